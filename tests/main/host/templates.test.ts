import { expect, test } from 'vitest'
import { readDrillTexts } from '../../../src/main/host/drills'
import { readTemplates } from '../../../src/main/host/templates'
import { parseDrill } from '../../../src/shared/drills/parse-drill'
import { parseScenario } from '../../../src/shared/scenario/parse'

const idsOf = async (group: string) =>
  (await readTemplates()).flatMap((template) => (template.group === group ? [template.id] : []))

test('the scenarios come first, their reliable versions in the same order, then the studies and the styles', async () => {
  const scenarios = ['three-services', 'five-services', 'orchestrated']
  const reliable = scenarios.map((id) => `${id}-reliable`)
  expect(await idsOf('scenarios')).toEqual(scenarios)
  expect(await idsOf('reliable')).toEqual(reliable)
  const all = (await readTemplates()).map(({ id }) => id)
  expect(all).toEqual([
    ...scenarios,
    ...reliable,
    ...(await idsOf('studies')),
    ...(await idsOf('styles')),
  ])
})

test('a study stands next to its remedy: no study is left to its name', async () => {
  const studies = await idsOf('studies')
  expect(studies).toHaveLength(11)
  expect(studies.indexOf('outbox')).toBe(studies.indexOf('dual-write') + 1)
  expect(studies).not.toEqual([...studies].sort())
})

test('what the start page shows unchecked is what a strict reading gives', async () => {
  for (const { id, text } of await readTemplates())
    expect(parseScenario(text), id).toMatchObject({ ok: true, value: JSON.parse(text) })
  for (const { id, text } of await readDrillTexts())
    expect(parseDrill(text), id).toEqual({ ok: true, value: JSON.parse(text) })
})
