import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { faultsOf } from '../../src/shared/scenario/check'
import { PROBLEMS_MAX, parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import { DEPTH_MAX } from '../../src/shared/scenario/read-json'
import { scenarioSchema } from '../../src/shared/scenario/scenario'
import { decodeUtf8, isLongerThan } from '../../src/shared/scenario/utf8'
import { scenarios } from '../support/arbitraries'

const empty = { dryrun: 1, title: 'A', services: [], connections: [] }
const service = (id: string) => ({ id, kind: 'service', name: id, position: { x: 0, y: 0 } })
const problemsOf = (value: unknown) => {
  const parsed = parseScenario(typeof value === 'string' ? value : JSON.stringify(value))
  return parsed.ok ? [] : parsed.problems.map(({ code, path, values }) => ({ code, path, values }))
}
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => one(i))

describe('row 37: every limit has its own message', () => {
  test('16 MiB in bytes, not in characters', () => {
    const russian = (count: number) => JSON.stringify({ ...empty, title: 'я'.repeat(count) })
    expect(problemsOf(russian(9_000_000))).toMatchObject([
      { code: 'scenario/too-large', path: '', values: { limitMiB: 16 } },
    ])
    expect(problemsOf(russian(8_000_000))).toMatchObject([{ code: 'scenario/text-too-long' }])
  })

  test('64 levels', () => {
    const nested = (levels: number) =>
      `{"dryrun":1,"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`
    expect(problemsOf(nested(DEPTH_MAX))).not.toMatchObject([{ code: 'scenario/too-deep' }])
    expect(problemsOf(nested(DEPTH_MAX + 1))).toMatchObject([
      { code: 'scenario/too-deep', values: { limit: 64, line: 1, column: 80 } },
    ])
    expect(problemsOf('['.repeat(1_000_000))).toMatchObject([{ code: 'scenario/too-deep' }])
    expect(problemsOf({ ...empty, title: '['.repeat(100) })).toEqual([])
  })

  test('5,000 services and 20,000 connections', () => {
    const services = many(5_001, (i) => service(`s${i}`))
    const connections = many(20_001, (i) => ({
      id: `c${i}`,
      from: 's1',
      to: 's2',
      protocol: 'rest',
    }))
    expect(problemsOf({ ...empty, services, connections })).toEqual([
      {
        code: 'scenario/too-many-services',
        path: 'services',
        values: { found: 5_001, limit: 5_000 },
      },
      {
        code: 'scenario/too-many-connections',
        path: 'connections',
        values: { found: 20_001, limit: 20_000 },
      },
    ])
    const allowed = { ...empty, services: services.slice(1), connections: connections.slice(1) }
    expect(problemsOf({ ...allowed, services: [service('s1'), ...services.slice(2)] })).toEqual([])
  })

  test('10,000 characters in a text', () => {
    expect(problemsOf({ ...empty, title: 'x'.repeat(10_000) })).toEqual([])
    expect(problemsOf({ ...empty, title: { en: 'x'.repeat(10_001), ru: '' } })).toEqual([
      {
        code: 'scenario/text-too-long',
        path: 'title.en',
        values: { found: 10_001, limit: 10_000 },
      },
    ])
  })

  test('handlers, actions and the other lists', () => {
    const handlers = many(201, () => ({ on: { event: 'A' }, do: [] }))
    expect(problemsOf({ ...empty, services: [{ ...service('a'), handlers }] })).toMatchObject([
      {
        code: 'scenario/too-many',
        path: 'services[0].handlers',
        values: { found: 201, limit: 200 },
      },
    ])
    const busy = [{ on: { event: 'A' }, do: many(201, () => ({ reply: 200 })) }]
    expect(problemsOf({ ...empty, services: [{ ...service('a'), handlers: busy }] })).toMatchObject(
      [{ code: 'scenario/too-many', path: 'services[0].handlers[0].do' }],
    )
    expect(problemsOf({ ...empty, notes: many(1_001, () => 0) })).toHaveLength(PROBLEMS_MAX + 1)
  })

  test('a thousand problems, then one that says there are more', () => {
    const problems = problemsOf({ ...empty, services: many(5_000, () => 0) })
    expect(problems).toHaveLength(PROBLEMS_MAX + 1)
    expect(problems.at(-1)).toEqual({
      code: 'scenario/too-many-problems',
      path: '',
      values: { limit: PROBLEMS_MAX },
    })
  })
})

/** Only a file that the parser never gets through takes this long, on the busiest machine. */
const HANGS_MS = 120_000

test(
  'a hostile file is refused and does not hang the parser',
  () => {
    const wrong = `[${'1,'.repeat(4_000_000)}1]`
    const services = many(5_000, (i) => service(`service${i}`))
    const connections = many(20_000, (i) => ({
      id: `c${i}`,
      from: `servixe${i}`,
      to: 'x',
      protocol: 'rest',
    }))
    expect(
      problemsOf(`{"dryrun":1,"title":"A","services":${wrong},"connections":${wrong}}`).length,
    ).toBeGreaterThan(0)
    expect(problemsOf({ ...empty, services, connections }).length).toBe(PROBLEMS_MAX + 1)
  },
  HANGS_MS,
)

test('a file cut anywhere is called truncated, and nothing throws', () => {
  const [scenario] = fc.sample(scenarios({ services: 8, connections: 10 }), { seed: 7, numRuns: 1 })
  if (!scenario) throw new Error('no sample')
  const text = printScenario(scenario).trimEnd()
  for (let end = 1; end < text.length; end += Math.max(1, Math.floor(text.length / 500))) {
    const cut = text.slice(0, end)
    const lines = cut.split('\n')
    expect(problemsOf(cut), cut.slice(-30)).toMatchObject([
      { code: 'scenario/truncated', path: '' },
    ])
    expect(problemsOf(cut)[0]?.values?.line).toBeLessThanOrEqual(lines.length)
  }
})

test('whatever the text, the answer is a scenario or typed problems', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    scenarios().chain((scenario) => {
      const text = printScenario(scenario)
      return fc
        .record({
          at: fc.nat(text.length),
          length: fc.nat(20),
          put: fc.constantFrom('', '"', '{', ']', ',', '\\', '0', 'é'),
        })
        .map(({ at, length, put }) => text.slice(0, at) + put + text.slice(at + length))
    }),
  )
  fc.assert(
    fc.property(noise, (text) => {
      const parsed = parseScenario(text)
      if (parsed.ok) return
      expect(parsed.problems.length).toBeGreaterThan(0)
      for (const { code, message, severity } of parsed.problems) {
        expect([code, severity]).toEqual([expect.stringMatching(/^scenario\/[a-z-]+$/), 'error'])
        expect(message).not.toMatch(/\{\{|undefined/)
      }
    }),
    { numRuns: 500 },
  )
})

/** A scenario with one value somewhere replaced by another, or one key renamed. */
const mutated = fc
  .record({
    scenario: scenarios(),
    pick: fc.nat(),
    junk: fc.jsonValue({ maxDepth: 2 }),
    renames: fc.boolean(),
  })
  .map(({ scenario, pick, junk, renames }) => {
    const root = JSON.parse(printScenario(scenario)) as unknown
    const places: (readonly [object, string])[] = []
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return
      for (const key of Object.keys(value)) {
        places.push([value, key])
        walk(Reflect.get(value, key))
      }
    }
    walk(root)
    const [target, key] = places[pick % places.length] ?? [{}, '']
    if (renames && !Array.isArray(target)) {
      Reflect.set(target, `${key}x`, Reflect.get(target, key))
      Reflect.deleteProperty(target, key)
    } else Reflect.set(target, key, junk)
    return root
  })

test('the explanation finds a problem exactly where zod does', () => {
  fc.assert(
    fc.property(mutated, (value) => {
      const isRight = scenarioSchema.safeParse(value).success
      expect(faultsOf(scenarioSchema, value, 10).length === 0).toBe(isRight)
    }),
    { numRuns: 500 },
  )
})

describe('UTF-8 by hand', () => {
  test('decodes what TextDecoder decodes and refuses what it refuses', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
    )
    fc.assert(
      fc.property(bytes, (given) => {
        let text: string | undefined
        try {
          text = new TextDecoder('utf-8', { fatal: true }).decode(given)
        } catch {
          text = undefined
        }
        const decoded = decodeUtf8(given)
        expect(decoded.ok ? decoded.text : undefined).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })

  test('counts bytes as an encoder does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const { length } = new TextEncoder().encode(text)
        expect([isLongerThan(text, length), isLongerThan(text, length - 1)]).toEqual([
          false,
          length > 0,
        ])
      }),
    )
  })
})
