import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameValue } from '../../src/shared/base/same-value'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenarios } from '../support/arbitraries'
import { counted } from '../support/counts'

const read = (text: string): Scenario => {
  const parsed = parseScenario(text)
  if (parsed.ok) return parsed.value
  throw new Error(parsed.problems.map((one) => `${one.path}: ${one.message}`).join('\n'))
}

/** The same value, every object's keys written the other way round. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, backwards(inner)] as const)
  return Object.fromEntries(entries.reverse())
}

test('row 40: what is printed is read back equal', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      expect(read(printScenario(scenario))).toEqual(scenario)
    }),
    { numRuns: counted(10_000) },
  )
})

test('row 40: printing what was read gives the bytes that were read', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const text = printScenario(scenario)
      expect(printScenario(read(text))).toBe(text)
    }),
    { numRuns: counted(10_000) },
  )
})

test('the order in which keys were written does not matter, save that of the keys a user chose', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const plain = {
        ...scenario,
        services: scenario.services.map(({ outcomes: _, ...one }) => one),
      }
      expect(printScenario(read(JSON.stringify(backwards(plain))))).toBe(printScenario(plain))
    }),
  )
})

test('a printed scenario is two-space JSON that ends in one newline', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const text = printScenario(scenario)
      expect(text).toBe(`${JSON.stringify(JSON.parse(text), null, 2)}\n`)
    }),
  )
})

test('a printed scenario says its version first', () => {
  const [scenario] = fc.sample(scenarios(), 1)
  expect(scenario && printScenario(scenario).split('\n')[1]).toBe('  "dryrun": 1,')
})

test('fields that are undefined are not written', () => {
  const text = printScenario({
    dryrun: 1,
    title: 'A',
    summary: undefined,
    services: [
      { id: 'a', kind: 'client', name: 'A', position: { x: 0, y: 0 }, note: undefined },
      {
        id: 'b',
        kind: 'service',
        name: 'B',
        position: { x: 0, y: 0 },
        handlers: [
          {
            on: { operation: 'POST /orders' },
            creates: undefined,
            do: [{ effect: 'charge', once: undefined }],
          },
        ],
      },
    ],
    connections: [],
  })
  expect(text).not.toContain('undefined')
  expect(text).not.toContain('null')
  expect(text).not.toContain('once')
})

test('half a character of a surrogate pair is mended when read, and then stays', () => {
  const text = '{"dryrun":1,"title":"a\\ud800b","services":[],"connections":[]}'
  const once = read(text)
  expect(once.title).toBe('a\ufffdb')
  expect(read(printScenario(once))).toEqual(once)
  expect(read('{"dryrun":1,"title":"\\ud83d\\ude00","services":[],"connections":[]}').title).toBe(
    '😀',
  )
})

test('sameness looks at content, not at order or at keys without a value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(sameValue(value, backwards(value))).toBe(true)
      expect(sameValue([value], [value, 1])).toBe(false)
    }),
  )
  expect(sameValue({ a: 1, b: undefined }, { a: 1 })).toBe(true)
  expect(sameValue({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(sameValue({ a: null }, {})).toBe(false)
})
