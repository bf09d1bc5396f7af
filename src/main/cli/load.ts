/** `dryrun load FILE --rate N --duration S`: very many orders, and what they do to each service. */
import { runLoad } from '../../shared/drivers/load/run-load'
import { livesOf } from '../../shared/engine/load/lives'
import { loadReport } from '../../shared/engine/load/load-report'
import { textIn } from '../../shared/scenario/text'
import { type LoadCall, loadText } from './load-text'
import { complainAbout, print, printJson } from './output'
import { scenarioNamed } from './scenario-input'
import { STATUS, type Status } from './status'

export async function load(
  file: string,
  call: LoadCall & { readonly json?: true },
): Promise<Status> {
  const scenario = await scenarioNamed(file)
  if (scenario === undefined) return STATUS.unusable
  const lives = livesOf(scenario, call.seed)
  if (!lives.ok) {
    complainAbout(file, lives.problems)
    return STATUS.unusable
  }
  const { system, program } = lives.value
  const running = runLoad(system, { rate: call.rate, seconds: call.duration, seed: call.seed })
  let next = running.next()
  while (!next.done) next = running.next()
  const report = loadReport(program, next.value)
  const { rate, duration, seed } = call
  if (call.json)
    printJson({ scenario: textIn(scenario.title, 'en'), rate, duration, seed, ...report })
  else print(loadText(scenario, call, report))
  return report.end === 'limit' || Object.keys(report.lost).length > 0 ? STATUS.limit : STATUS.fine
}
