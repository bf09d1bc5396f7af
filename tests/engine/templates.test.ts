import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/shared/scenario/parse'
import type { Fault, Scenario } from '../../src/shared/scenario/scenario'
import { run } from '../support/running'

function template(name: string, faults: readonly Fault[] = []): Scenario {
  const file = join(import.meta.dirname, `../../resources/templates/${name}.dryrun.json`)
  const parsed = parseScenario(readFileSync(file, 'utf8'))
  if (!parsed.ok) throw new Error(`${name} does not parse`)
  return { ...parsed.value, faults: [...faults] }
}

describe('the built-in scenarios', () => {
  test('three services: stored, told, charged once, answered 201', () => {
    const ran = run(template('three-services'))
    expect(ran.end).toBe('quiescent')
    expect(ran.effects).toEqual({ o1: { charge: 1, notify: 1 } })
    expect(ran.replies).toEqual({ o1: [201] })
    expect(ran.rows).toEqual({ o1: { order: 'new' } })
    expect(ran.invariants.map(({ status }) => status)).toEqual(['holds', 'holds'])
  })

  test('three services with Card charge crashing before its acknowledgement: charged twice', () => {
    const ran = run(
      template('three-services', [
        { kind: 'crash', at: { service: 'charging', after: { action: 'charge', nth: 1 } } },
      ]),
    )
    expect(
      ran.kinds.filter((kind) => kind.startsWith('service') || kind.endsWith('redelivered')),
    ).toEqual(['service.crashed', 'service.restarted', 'event.redelivered'])
    expect(ran.effects).toEqual({ o1: { charge: 2, notify: 1 } })
    const broken = ran.steps.find(({ kind }) => kind === 'invariant.violated')
    expect(broken).toMatchObject({ invariant: 'charge-once', detail: { 'effects.charge': 2 } })
    const before = ran.steps[(broken?.seq ?? 0) - 2]
    expect(before).toMatchObject({ kind: 'effect.done', service: 'charging' })
  })

  test('five services: the card is charged twice without any fault', () => {
    const ran = run(template('five-services'))
    expect(ran.end).toBe('quiescent')
    expect(ran.effects).toEqual({ o1: { charge: 2, notify: 1 } })
    expect(ran.replies).toEqual({ o1: [201] })
    expect(ran.invariants[0]).toMatchObject({ id: 'charge-once', status: 'violated', key: 'o1' })
  })

  test('orchestrated: one call after another, charged once, told, answered 201', () => {
    const ran = run(template('orchestrated'))
    expect(ran.end).toBe('quiescent')
    expect(ran.effects).toEqual({ o1: { charge: 1, notify: 1 } })
    expect(ran.replies).toEqual({ o1: [201] })
    expect(ran.invariants.every(({ status }) => status === 'holds')).toBe(true)
  })
})
