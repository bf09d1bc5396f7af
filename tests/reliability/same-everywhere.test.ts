/** Rows 44 and 45 in this process and on the command line; `tests/e2e/same-run.spec.ts` has the pages. */
import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sentences } from '../../src/main/cli/sentences'
import { simulate } from '../../src/main/cli/simulate'
import { stepJson } from '../../src/main/cli/step-json'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import { dryrun } from '../main/cli/dryrun'
import { temporaryFolders } from '../main/library/temporary-folder'
import { breeding } from '../support/breeding'
import { LONG } from '../support/counts'

const folderOf = temporaryFolders()

test('row 44: a scenario that breeds messages without end stops after the choice that makes the last step asked for', async () => {
  const file = join(await folderOf(), 'breeding.dryrun.json')
  await writeFile(file, printScenario(breeding()))
  for (const stepsMax of [1, 7, 100, 1_500]) {
    const { status, out } = await dryrun(['run', file, '--json', '--steps', String(stepsMax)])
    const told = JSON.parse(out)
    expect([status, told.end]).toEqual([3, 'limit'])
    const here = simulate(breeding(), { seed: 1, stepsMax })
    if (!here.ok) throw new Error('does not compile')
    const { steps, choices, choiceIndexAt } = here.value.trace
    expect(told.steps.length).toBe(steps.length)
    // A choice is taken whole, so its other steps come too, and nothing of the next one.
    expect(choiceIndexAt.call(here.value.trace, stepsMax)).toBe(choices.length)
  }
})

test('row 44: where more would be under way than a run has room for, it stops as well and everywhere', async () => {
  const file = join(await folderOf(), 'breeding.dryrun.json')
  await writeFile(file, printScenario(breeding()))
  const { status, out } = await dryrun(['run', file, '--json', '--steps', '1000000'])
  const here = simulate(breeding(), { seed: 1, stepsMax: 10_000 })
  if (!here.ok) throw new Error('does not compile')
  const { end, steps } = here.value.trace
  expect([end, steps.length < 10_000]).toEqual(['limit', true])
  const told = JSON.parse(out)
  expect([status, told.end, told.steps.length]).toEqual([3, end, steps.length])
})

const SURROUNDINGS = [
  { TZ: 'Pacific/Kiritimati', LC_ALL: 'ru_RU.UTF-8', LANG: 'ru_RU.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' },
  { TZ: 'UTC', LC_ALL: 'C', NODE_ICU_DATA: '/nowhere' },
]

/** All in the long run; else those in which most happens. */
const files = readdirSync('resources/templates')
  .filter((name) => LONG || /^(five-services|outbox|retry-storm)\./.test(name))
  .map((name) => join('resources/templates', name))

test.each(files)(
  'row 45: %s runs the same in this process and whatever the surroundings',
  async (file) => {
    const parsed = parseScenario(readFileSync(file, 'utf8'))
    if (!parsed.ok) throw new Error(file)
    const here = simulate(parsed.value, { seed: 7, stepsMax: 10_000 })
    if (!here.ok) throw new Error(file)
    const sentenceOf = sentences(here.value.program)
    const steps = here.value.trace.steps.map((step) => stepJson(step, sentenceOf(step)))
    for (const surroundings of SURROUNDINGS) {
      const { out } = await dryrun(['run', file, '--json', '--seed', '7'], surroundings)
      const told = JSON.parse(out)
      expect(told.steps.length).toBeGreaterThan(5)
      expect(told.steps).toEqual(JSON.parse(JSON.stringify(steps)))
    }
  },
)
