/**
 * Reads files that were made wrong: `node parsing-process.cjs SEED COUNT FILE...`. Prints what became of them
 * as one JSON object; ends with what is wrong on stderr where a file is neither a scenario nor refused by typed
 * problems. A process of its own, so that its memory can be bounded.
 */
import { readFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { runTimeline } from '../../../src/shared/drivers/timeline'
import { compile } from '../../../src/shared/engine/compile'
import { machine } from '../../../src/shared/engine/machine'
import { parseScenarioBytes } from '../../../src/shared/scenario/parse'
import { printScenario } from '../../../src/shared/scenario/print'
import { mutatedFile, randomFrom } from './mutations'

const STEPS_MAX = 50
const SLOW_CPU_US = 2_000_000

const [seed = '1', count = '1', ...paths] = process.argv.slice(2)
const files = paths.map((path) => readFileSync(path))
const random = randomFrom(Number(seed))
const told = { scenarios: 0, run: 0, refused: 0, codes: 0, slowestCpuMs: 0, highestRssMiB: 0 }
const codes = new Set<string>()

/** What one file became; throws where that is not allowed. */
function read(bytes: Buffer): void {
  const parsed = parseScenarioBytes(bytes)
  if (!parsed.ok) {
    told.refused += 1
    if (parsed.problems.length === 0) throw new Error('refused without a problem')
    for (const { code } of parsed.problems) {
      if (!/^scenario\/[a-z0-9-]+$/.test(code)) throw new Error(`not a typed problem: ${code}`)
      codes.add(code)
    }
    return
  }
  told.scenarios += 1
  const again = parseScenarioBytes(Buffer.from(printScenario(parsed.value)))
  if (!parsed.readOnly && !(again.ok && isDeepStrictEqual(again.value, parsed.value)))
    throw new Error('not the same after it was printed')
  const compiled = compile(parsed.value, { seed: 1 })
  if (!compiled.ok) return
  runTimeline(machine(compiled.value), { stepsMax: STEPS_MAX })
  told.run += 1
}

for (let at = 0; at < Number(count); at += 1) {
  const bytes = mutatedFile(files, random)
  // Of this process: what others do on a busy machine is not counted.
  const before = process.cpuUsage()
  try {
    read(bytes)
  } catch (error) {
    process.stderr.write(`file ${at} of seed ${seed}: ${String(error)}\n${bytes.toString()}\n`)
    process.exit(1)
  }
  const { user, system } = process.cpuUsage(before)
  told.slowestCpuMs = Math.max(told.slowestCpuMs, Math.round((user + system) / 1_000))
  if (user + system > SLOW_CPU_US) {
    process.stderr.write(`file ${at} of seed ${seed} takes ${user + system} us\n`)
    process.exit(1)
  }
  told.highestRssMiB = Math.max(told.highestRssMiB, Math.round(process.memoryUsage.rss() / 2 ** 20))
}
told.codes = codes.size
process.stdout.write(JSON.stringify(told))
