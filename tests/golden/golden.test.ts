/**
 * Every scenario of this folder beside its trace, a step a line. `npm run golden` writes the traces anew: the
 * difference is read before it is kept.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runTimeline } from '../../src/shared/drivers/timeline'
import { compile } from '../../src/shared/engine/compile'
import { machine } from '../../src/shared/engine/machine'
import { runReport } from '../../src/shared/engine/report'
import { parseScenario } from '../../src/shared/scenario/parse'
import { stepLine } from '../support/step-line'

const FOLDER = join(import.meta.dirname)
const STEPS_MAX = 300
const names = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.dryrun.json'))
  .map((file) => file.replace('.dryrun.json', ''))

test.each(names)('%s runs as its trace says', (name) => {
  const trace = traceOf(readFileSync(join(FOLDER, `${name}.dryrun.json`), 'utf8'))
  const file = join(FOLDER, `${name}.trace.txt`)
  if (process.env.UPDATE_GOLDEN !== undefined) writeFileSync(file, trace)
  expect(existsSync(file), `${name} has no trace: run npm run golden and read it`).toBe(true)
  expect(trace).toBe(readFileSync(file, 'utf8'))
})

test('no trace is left without its scenario', () => {
  const traces = readdirSync(FOLDER).filter((file) => file.endsWith('.trace.txt'))
  expect(traces.map((file) => file.replace('.trace.txt', '')).sort()).toEqual(names.sort())
})

function traceOf(text: string): string {
  const parsed = parseScenario(text)
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  const compiled = compile(parsed.value, { seed: 1 })
  if (!compiled.ok) throw new Error(compiled.problems.map(({ message }) => message).join('\n'))
  const trace = runTimeline(machine(compiled.value), { stepsMax: STEPS_MAX })
  const end = trace.stateAt(trace.steps.length)
  const { rows, effects, replies, invariants } = runReport(compiled.value, trace.steps, end)
  return [
    ...trace.steps.map(stepLine),
    `end ${trace.end}`,
    `rows ${JSON.stringify(rows)}`,
    `effects ${JSON.stringify(effects)}`,
    `replies ${JSON.stringify(replies)}`,
    ...invariants.map(({ id, status }) => `${id} ${status}`),
    ...compiled.warnings.map(({ code, path }) => `warning ${code} at ${path}`),
    '',
  ].join('\n')
}
