import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { connectionSchema } from '../../src/shared/scenario/connection'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import { scenarioSchema } from '../../src/shared/scenario/scenario'
import { bare, shapeOf } from '../../src/shared/scenario/schema-shape'
import { serviceSchema } from '../../src/shared/scenario/service'
import type { z } from '../../src/shared/scenario/zod'

const read = (name: string) => readFileSync(`tests/fixtures/${name}`, 'utf8')
const everything = read('v1-everything.dryrun.json')

test('row 39: every frozen file of a released version still opens, and what it is saved as is no other', () => {
  const frozen = readdirSync('tests/fixtures').filter((name) =>
    /^v\d+-.*\.dryrun\.json$/.test(name),
  )
  expect(frozen.length).toBeGreaterThan(1)
  for (const name of frozen) {
    const opened = parseScenario(read(name))
    expect(opened, name).toMatchObject({ ok: true, warnings: [] })
    const printed = opened.ok ? printScenario(opened.value) : ''
    const again = parseScenario(printed)
    expect(again.ok && printScenario(again.value), name).toBe(printed)
  }
})

test('the frozen file with everything comes out byte for byte', () => {
  const parsed = parseScenario(everything)
  expect(parsed.ok && printScenario(parsed.value)).toBe(everything)
})

test('the example of the published format means what its canonical text means', () => {
  const parsed = parseScenario(read('v1-as-published.dryrun.json'))
  if (!parsed.ok) throw new Error('does not parse')
  expect(parsed.value).toEqual(JSON.parse(read('v1-as-published.dryrun.json')))
  expect(parseScenario(printScenario(parsed.value))).toEqual(parsed)
})

/** Every field name that a schema knows, at any depth. */
function fieldNames(schema: z.ZodType, seen = new Set<z.ZodType>()): ReadonlySet<string> {
  const names = new Set<string>()
  const inner = bare(schema)
  if (seen.has(inner)) return names
  seen.add(inner)
  const shape = shapeOf(inner)
  const under: readonly z.ZodType[] =
    shape.shape === 'object'
      ? [...shape.fields.values()].map((field) => field.schema)
      : shape.shape === 'union'
        ? shape.options
        : shape.shape === 'list'
          ? [shape.element]
          : []
  if (shape.shape === 'object') for (const name of shape.fields.keys()) names.add(name)
  for (const one of under) for (const name of fieldNames(one, seen)) names.add(name)
  return names
}

test('the frozen file with everything has every field of the format', () => {
  const written = new Set([...everything.matchAll(/"([\w-]+)":/g)].map((match) => match[1]))
  const known = new Set([
    ...fieldNames(scenarioSchema),
    ...fieldNames(serviceSchema),
    ...fieldNames(connectionSchema),
  ])
  expect([...known].filter((name) => !written.has(name))).toEqual([])
})
