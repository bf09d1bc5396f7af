#!/usr/bin/env node
/** The command line: which commands there are, and with what status they end. Each does its work elsewhere. */
import { Command, CommanderError, Option } from 'commander'
import { ASKED_FOR, SEARCHED_FAULTS } from '../../shared/engine/searched-faults'
import { dryrunVersion } from '../resources'
import { FAULT_HELP } from './fault-spec'
import { collected, decimalNumber, wholeNumber } from './options'
import { surviveClosedPipes } from './output'
import { STATUS, type Status } from './status'

const STEPS_MAX = 1_000_000
const SEED_MAX = 0xffffffff
const STATES_MAX = 60_000_000
const KEYS_MAX = 8
const RATE_MAX = 1_000_000
const FILE = 'a scenario file, or the name of a built-in scenario'

surviveClosedPipes()
let status: Status = STATUS.fine

/** Commands are loaded when they are called, so that `--help` is there at once. */
const ends =
  <Arguments extends unknown[]>(run: (...given: Arguments) => Promise<Status>) =>
  async (...given: Arguments): Promise<void> => {
    status = await run(...given)
  }

const json = () => new Option('--json', 'one JSON object on standard output')

const program = new Command('dryrun')
  .description('A whiteboard whose diagrams run.')
  .version(dryrunVersion())
  .exitOverride()
  .configureHelp({ showGlobalOptions: false })
  .showSuggestionAfterError()
  .addHelpText(
    'after',
    `
Status: 0 fine; 1 a promise is broken; 2 the call or the input cannot be used; 3 a limit was reached.`,
  )

program
  .command('templates')
  .description('list the built-in scenarios')
  .addOption(json())
  .action(ends(async (options) => (await import('./templates')).listTemplates(options)))

program
  .command('new')
  .description('copy a built-in scenario to a file of your own')
  .argument('<template>', 'one of `dryrun templates`')
  .requiredOption('-o, --output <file>', 'the file to write')
  .option('--force', 'write over a file that is there already')
  .action(ends(async (id, options) => (await import('./new')).newFromTemplate(id, options)))

program
  .command('validate')
  .description('check schema, names and meaning')
  .argument('<file...>', 'scenario files')
  .addOption(json())
  .action(
    ends(async (files, options) => (await import('./validate')).validateFiles(files, options)),
  )

program
  .command('run')
  .description('run a scenario along its timeline')
  .argument('<file>', FILE)
  .option('--seed <number>', 'what latencies are drawn from', wholeNumber(0, SEED_MAX), 1)
  .option('--steps <number>', 'stop after so many steps', wholeNumber(1, STEPS_MAX), 10_000)
  .option('--fault <spec>', 'make something fail; see below', collected)
  .option('--choices <file>', 'take these choices first (JSON, as explore prints them)')
  .addOption(json())
  .addHelpText('after', `\nA fault is ${FAULT_HELP}`)
  .action(ends(async (file, options) => (await import('./run')).run(file, options)))

program
  .command('explore')
  .description('try everything that may happen, and tell a shortest run for each broken promise')
  .argument('<file>', FILE)
  .option(
    '--faults <budgets>',
    'how many faults of each kind at most; see below',
    'crash=1,duplicate=1',
  )
  .option('--keys <number>', 'so many orders at once, whatever is drawn', wholeNumber(1, KEYS_MAX))
  .option('--max-states <number>', 'give up after so many', wholeNumber(1, STATES_MAX), 5_000_000)
  .option('--max-seconds <number>', 'give up after so long', wholeNumber(1, 86_400), 300)
  .option('--no-symmetry', 'tell interchangeable orders apart')
  .option('--no-reduction', 'try every interleaving, even of steps that do not touch each other')
  .addOption(json())
  .addHelpText(
    'after',
    `\nFaults are KIND=N, ..., or none. KIND is ${SEARCHED_FAULTS.join(', ')}.\nany=N: at most N in all; alone, of whatever kind but ${ASKED_FOR.join(' and ')}.\ncrash takes down whatever is drawn: a service, a database, a broker. stop-broker takes down any broker,\ndrawn or implied by a line; a drawn one is stopped at either price.`,
  )
  .action(ends(async (file, options) => (await import('./explore')).explore(file, options)))

program
  .command('load')
  .description('send very many orders, and tell what each service does under them')
  .argument('<file>', FILE)
  .requiredOption('--rate <number>', 'orders a second, in the mean', decimalNumber(0.001, RATE_MAX))
  .requiredOption('--duration <seconds>', 'of virtual time', decimalNumber(0.1, 86_400))
  .option('--seed <number>', 'what chance is drawn from', wholeNumber(0, SEED_MAX), 1)
  .addOption(json())
  .action(ends(async (file, options) => (await import('./load')).load(file, options)))

const language = () =>
  new Option('--language <language>', 'of texts').choices(['en', 'ru']).default('en')

program
  .command('drills')
  .description('list the built-in drills')
  .option('--schema', 'print the JSON Schema of a drill file instead')
  .addOption(language())
  .addOption(json())
  .action(ends(async (options) => (await import('./drills')).listDrills(options)))

program
  .command('cards')
  .description('list the decks of cards, or check deck files')
  .argument('[file...]', 'deck files (.cards.json)')
  .option('--add', 'keep the decks of these files among your own')
  .option('--remove <id>', 'take one of your own decks off the list')
  .option('--schema', 'print the JSON Schema of a deck file instead')
  .addOption(language())
  .addOption(json())
  .action(ends(async (files, options) => (await import('./cards')).cards(files, options)))

program
  .command('grade')
  .description('check answers to a drill, by running them')
  .argument('<file...>', 'scenario files, or answer files')
  .requiredOption('--drill <name>', 'one of `dryrun drills`, or a drill file')
  .addOption(language())
  .addOption(json())
  .action(ends(async (files, options) => (await import('./grade')).gradeFiles(files, options)))

program
  .command('export')
  .description(
    'draw a scenario as a picture, a page or an animation that steps through its run, Mermaid, or a model for spin',
  )
  .argument('<file>', FILE)
  .requiredOption('-o, --output <file>', 'what to make: .png, .svg, .html, .gif, .mmd or .pml')
  .option('--scale <number>', 'pixels of a PNG per unit of the drawing', decimalNumber(0.1, 8), 2)
  .addOption(new Option('--theme <theme>', 'colours').choices(['light', 'dark']).default('light'))
  .addOption(
    new Option('--view <view>', 'what to draw').choices(['diagram', 'sequence']).default('diagram'),
  )
  .addOption(new Option('--language <language>', 'of names').choices(['en', 'ru']).default('en'))
  .addOption(
    new Option('--background <kind>', 'behind it')
      .choices(['paper', 'transparent'])
      .default('paper'),
  )
  .option('--legend', 'add the legend of line styles')
  .option('--no-carry', 'leave the scenario out of the picture, which then does not open again')
  .option('--select <ids>', 'only these services, zones and notes of the diagram: id,id')
  .option('--step <number>', 'as it stands after this step', wholeNumber(0, STEPS_MAX))
  .option('--seed <number>', 'the seed of that run', wholeNumber(0, SEED_MAX), 1)
  .option('--faults <budgets>', 'what a .pml model may try, as for explore: crash=1,duplicate=1')
  .action(ends(async (file, options) => (await import('./export')).exportPicture(file, options)))

program
  .command('wire')
  .description('list the packets of one connection, used once')
  .argument('<file>', FILE)
  .requiredOption('--connection <id>', 'which line of the drawing')
  .option('--warm', 'the connection is open already')
  .addOption(new Option('--tls <version>', 'encryption').choices(['none', '1.2', '1.3']))
  .addOption(new Option('--session <kind>', 'handshake').choices(['full', 'resumed', 'early']))
  .option('--http3', 'a REST call over HTTP/3, on QUIC')
  .option('--dns', 'the host is looked up by name first')
  .option('--no-dns', 'its address is known')
  .option('--bytes', 'with every byte and what it means')
  .addOption(json())
  .action(ends(async (file, options) => (await import('./wire')).wire(file, options)))

program
  .command('open')
  .description('open the desktop window, or the browser where there can be none')
  .argument('[file]', 'a scenario file')
  .action(ends(async (file) => (await import('./open')).open(file)))

program
  .command('serve')
  .description('serve the application to a browser on this machine')
  .argument('[file]', 'a scenario file')
  .option('--port <number>', 'a fixed port instead of any free one', wholeNumber(1, 65_535))
  .option('--folder <folder>', 'where scenario files are kept')
  .option('--browser', "open the system's browser")
  .action(ends(async (file, options) => (await import('./serve')).serve(file, options)))

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof CommanderError)) throw error
  // Help and version end with 0; commander has already said what is wrong with anything else.
  if (error.exitCode !== 0) status = STATUS.unusable
}
process.exitCode = status
