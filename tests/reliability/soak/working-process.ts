/**
 * A working day in short: `node --expose-gc working-process.cjs FOLDER SECONDS TEMPLATE`. Opens, edits, keeps recovery
 * copies, saves, lists and simulates over and over, and prints a line of JSON for each of ten equal parts of
 * the time: the heap after a collection, the open file descriptors and, twice, the file of a heap snapshot.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeHeapSnapshot } from 'node:v8'
import { Library } from '../../../src/main/library/library'
import { RecoveryStore } from '../../../src/main/library/recovery/recovery'
import { runTimeline } from '../../../src/shared/drivers/timeline'
import { compile } from '../../../src/shared/engine/compile'
import { machine } from '../../../src/shared/engine/machine'
import { parseScenario } from '../../../src/shared/scenario/parse'
import { printScenario } from '../../../src/shared/scenario/print'

const PARTS = 10
/** The first parts fill what is kept on purpose, such as the parsed expressions. */
const WARM_UP = 3
const DRAFT = '0123456789abcdef'.repeat(2)

const [folder = '', seconds = '10', template = ''] = process.argv.slice(2)
const scenarios = join(folder, 'scenarios')
mkdirSync(scenarios, { recursive: true })
const path = join(scenarios, 'orders.dryrun.json')
writeFileSync(path, readFileSync(template))

const library = new Library({ settings: folder, scenarios })
const recovery = new RecoveryStore(folder)

/** One round; what fails ends the process. */
async function round(number: number): Promise<void> {
  const opened = await library.open(path)
  if (!opened.ok) throw new Error(opened.problems[0]?.code)
  const parsed = parseScenario(opened.value.text)
  if (!parsed.ok) throw new Error('what was saved does not parse')
  const text = printScenario({ ...parsed.value, title: `Round ${number}` })
  const { revision, handle, name } = opened.value
  const host = '1-0000000000000000'
  const kept = { draft: DRAFT, host, title: `Round ${number}`, path, name, keptAt: number }
  await recovery.keep({ ...kept, base: revision, text })
  const saved = await library.save(handle, text, revision)
  if (!saved.ok) throw new Error(saved.problems[0]?.code)
  const read = await recovery.read(DRAFT)
  if (read?.text !== text) throw new Error('the copy is another')
  const compiled = compile(parsed.value, { seed: number })
  if (!compiled.ok) throw new Error('does not compile')
  runTimeline(machine(compiled.value), { stepsMax: 500 })
}

const descriptors = () => (process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0)

/** Without top-level await: what is built for these processes is CommonJS. */
async function work(): Promise<void> {
  let rounds = 0
  for (let part = 1; part <= PARTS; part += 1) {
    const until = performance.now() + (Number(seconds) * 1_000) / PARTS
    while (performance.now() < until) {
      rounds += 1
      await round(rounds)
    }
    globalThis.gc?.()
    globalThis.gc?.()
    const heap = process.memoryUsage().heapUsed
    const line = { part, rounds, heap, descriptors: descriptors() }
    const isCompared = part === WARM_UP || part === PARTS
    const snapshot = isCompared ? writeHeapSnapshot(join(folder, `${part}.heapsnapshot`)) : null
    process.stdout.write(`${JSON.stringify({ ...line, snapshot })}\n`)
  }
}

void work()
