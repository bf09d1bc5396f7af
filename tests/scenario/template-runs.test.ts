import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { runTimeline } from '../../src/shared/drivers/timeline'
import { compile } from '../../src/shared/engine/compile'
import { machine } from '../../src/shared/engine/machine'
import { runReport } from '../../src/shared/engine/report'
import { PROTOCOLS } from '../../src/shared/scenario/connection'
import { applyEdit } from '../../src/shared/scenario/edits'
import { connectionById, serviceById } from '../../src/shared/scenario/lookup'
import { wordsOf } from '../../src/shared/scenario/new-connection'
import { parseScenario } from '../../src/shared/scenario/parse'
import type { Scenario } from '../../src/shared/scenario/scenario'

const template = (name: string): Scenario => {
  const parsed = parseScenario(readFileSync(`resources/templates/${name}.dryrun.json`, 'utf8'))
  if (!parsed.ok) throw new Error(`${name} does not parse`)
  return parsed.value
}

const run = (scenario: Scenario) => {
  const compiled = compile(scenario)
  if (!compiled.ok) throw new Error(compiled.problems.map((one) => one.message).join('\n'))
  const trace = runTimeline(machine(compiled.value), { stepsMax: 500 })
  const { steps, end } = trace
  const { invariants, ...report } = runReport(compiled.value, steps, trace.stateAt(steps.length))
  const broken = invariants.filter((one) => one.status === 'violated').map((one) => one.id)
  return { end, broken, warnings: compiled.warnings, ...report }
}

describe('what the templates show when nothing fails', () => {
  test('three services: charged once, told once', () => {
    expect(run(template('three-services'))).toEqual({
      end: 'quiescent',
      broken: [],
      warnings: [],
      rows: { o1: { order: 'new' } },
      effects: { o1: { charge: 1, notify: 1 } },
      replies: { o1: [201] },
      told: { o1: [201] },
    })
  })

  test('five services: the card is charged twice without any fault', () => {
    expect(run(template('five-services'))).toEqual({
      end: 'quiescent',
      broken: ['charge-once'],
      warnings: [],
      rows: { o1: { order: 'paid' } },
      effects: { o1: { charge: 2, notify: 1 } },
      replies: { o1: [201] },
      told: { o1: [201] },
    })
  })

  test('orchestrated: one path to the card', () => {
    expect(run(template('orchestrated'))).toEqual({
      end: 'quiescent',
      broken: [],
      warnings: [],
      rows: { o1: { order: 'new' } },
      effects: { o1: { charge: 1, notify: 1 } },
      replies: { o1: [201] },
      told: { o1: [201] },
    })
  })
})

test('any line between services of a template can be given any protocol, and the scenario still runs', () => {
  for (const name of ['three-services', 'five-services', 'orchestrated']) {
    const start = template(name)
    for (const { id, from, to } of start.connections) {
      const ends = [serviceById(start).get(from), serviceById(start).get(to)] as const
      if (!ends[0] || !ends[1]) throw new Error('a line without ends')
      if (ends[0].kind === 'client') continue
      for (const protocol of PROTOCOLS) {
        const words = wordsOf(protocol, ends[0], ends[1], start)
        const fresh = { operation: undefined, event: undefined, flavor: undefined, ...words }
        const changed = applyEdit(start, {
          edit: 'updateConnection',
          id,
          changes: { ...fresh, protocol },
        })
        expect(connectionById(changed).get(id)?.protocol).toBe(protocol)
        const compiled = compile(changed)
        expect(compiled.ok ? [] : compiled.problems, `${name}: ${id} as ${protocol}`).toEqual([])
      }
    }
  }
})
