/** What holds of every scenario, whatever it draws: the machine is pure, repeatable and blind to places. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { earliest, runTimeline } from '../../src/shared/drivers/timeline'
import { findChoice, recordChoice } from '../../src/shared/engine/choices'
import { compile } from '../../src/shared/engine/compile'
import { momentOf } from '../../src/shared/engine/decode'
import { limitIn, machine } from '../../src/shared/engine/machine'
import type { Program } from '../../src/shared/engine/program'
import { queueHolding } from '../../src/shared/engine/queue'
import type { State } from '../../src/shared/engine/state'
import { View } from '../../src/shared/engine/view'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenarios } from '../support/arbitraries'

const GOLDEN = join(import.meta.dirname, '../golden')
const STEPS_MAX = 150
const RUNS = { numRuns: 80 }

/** Random drawings, and the golden ones, whose handlers do more than a random one that compiles. */
const golden = readdirSync(GOLDEN)
  .filter((file) => file.endsWith('.dryrun.json'))
  .map((file) => {
    const parsed = parseScenario(readFileSync(join(GOLDEN, file), 'utf8'))
    if (!parsed.ok) throw new Error(`${file} does not parse`)
    return parsed.value
  })
const drawings = fc.oneof(scenarios(), fc.constantFrom(...golden))

function runOf(scenario: Scenario, seed: number) {
  const compiled = compile(scenario, { seed })
  if (!compiled.ok) return undefined
  const trace = runTimeline(machine(compiled.value), { stepsMax: STEPS_MAX })
  return { program: compiled.value, trace }
}

/** The scenario as far as it compiles: random handlers name things that are not there. */
function runnable(scenario: Scenario): Scenario {
  if (compile(scenario).ok) return scenario
  const { faults: _faults, ...rest } = scenario
  const services = rest.services.map(({ handlers: _handlers, ...service }) => service)
  const inferred = { ...rest, services }
  if (compile(inferred).ok) return inferred
  const { stimuli: _stimuli, invariants: _invariants, ...bare } = inferred
  return bare
}

describe('for every scenario', () => {
  test('compiling gives a program or problems, and never throws', () => {
    fc.assert(
      fc.property(drawings, (scenario) => {
        const compiled = compile(scenario)
        if (!compiled.ok) expect(compiled.problems.length).toBeGreaterThan(0)
      }),
      RUNS,
    )
  })

  test('a drawing without handlers runs', () => {
    fc.assert(
      fc.property(drawings, (scenario) => {
        expect(compile(runnable(scenario)).ok).toBe(true)
      }),
      RUNS,
    )
  })

  test('the same seed gives the same run', () => {
    fc.assert(
      fc.property(drawings, fc.nat(1000), (drawn, seed) => {
        const scenario = runnable(drawn)
        const first = runOf(scenario, seed)
        const second = runOf(scenario, seed)
        expect(second?.trace.steps).toEqual(first?.trace.steps)
      }),
      RUNS,
    )
  })

  test('a round trip through the file changes no run', () => {
    fc.assert(
      fc.property(drawings, (drawn) => {
        const scenario = runnable(drawn)
        const parsed = parseScenario(printScenario(scenario))
        if (!parsed.ok) throw new Error('what was printed does not parse')
        expect(runOf(parsed.value, 1)?.trace.steps).toEqual(runOf(scenario, 1)?.trace.steps)
      }),
      RUNS,
    )
  })

  test('moving boxes changes no trace', () => {
    fc.assert(
      fc.property(drawings, fc.integer({ min: -900, max: 900 }), (drawn, by) => {
        const scenario = runnable(drawn)
        const moved = {
          ...scenario,
          services: scenario.services.map((service) => ({
            ...service,
            position: { x: service.position.x + by, y: -service.position.y },
          })),
        }
        expect(runOf(moved, 1)?.trace.steps).toEqual(runOf(scenario, 1)?.trace.steps)
      }),
      RUNS,
    )
  })
})

/** Walks at random through everything that is enabled, faults too, and asks `check` at every state. */
function walk(
  program: Program,
  picks: readonly number[],
  check: (state: State, next: State) => void,
): void {
  const system = machine(program)
  let { initial: state } = system
  for (const pick of picks) {
    const choices = system.enabled(state)
    const choice = choices[pick % Math.max(1, choices.length)]
    if (choice === undefined) return
    const before = state.slice()
    const { state: next } = system.apply(state, choice)
    expect(state).toEqual(before)
    check(state, next)
    state = next
  }
}

const picks = fc.array(fc.nat(997), { minLength: 5, maxLength: 60 })

describe('along every walk, faults included', () => {
  test('the old state stays as it was, and applying again gives the same', () => {
    fc.assert(
      fc.property(drawings, picks, (drawn, chosen) => {
        const compiled = compile(runnable(drawn))
        if (!compiled.ok) return
        const system = machine(compiled.value)
        walk(compiled.value, chosen, (state) => {
          const choices = system.enabled(state)
          expect(system.enabled(state)).toEqual(choices)
          const first = choices[0]
          if (first === undefined) return
          expect(system.apply(state, first)).toEqual(system.apply(state, first))
        })
      }),
      RUNS,
    )
  })

  test('what comes soonest is what a look at everything finds', () => {
    fc.assert(
      fc.property(drawings, picks, (drawn, chosen) => {
        const compiled = compile(runnable(drawn))
        if (!compiled.ok) return
        const system = machine(compiled.value)
        walk(compiled.value, chosen, (state) => {
          expect(system.soonest?.(state)).toBe(earliest(system, state))
        })
      }),
      RUNS,
    )
  })

  test('time never runs backwards, and everything can be shown', () => {
    fc.assert(
      fc.property(drawings, picks, (drawn, chosen) => {
        const compiled = compile(runnable(drawn))
        if (!compiled.ok) return
        const system = machine(compiled.value)
        walk(compiled.value, chosen, (state, next) => {
          expect(system.nowUs(next)).toBeGreaterThanOrEqual(system.nowUs(state))
          const moment = momentOf(compiled.value, next)
          for (const flight of moment.flights)
            expect(flight.arrivesUs).toBeGreaterThan(flight.sentUs)
        })
      }),
      RUNS,
    )
  })

  test('queues have no gaps, waiting callers are found, and nothing runs in what is down', () => {
    fc.assert(
      fc.property(drawings, picks, fc.boolean(), (drawn, chosen, timed) => {
        const compiled = compile(runnable(drawn), { timed })
        if (!compiled.ok) return
        walk(compiled.value, chosen, (_state, next) => {
          if (limitIn(compiled.value, next) === undefined) expectSound(compiled.value, next)
        })
      }),
      RUNS,
    )
  })

  test('a recorded choice is found again', () => {
    fc.assert(
      fc.property(drawings, picks, (drawn, chosen) => {
        const compiled = compile(runnable(drawn))
        if (!compiled.ok) return
        const program = compiled.value
        walk(program, chosen, (state) => {
          for (const choice of machine(program).enabled(state)) {
            const record = JSON.parse(JSON.stringify(recordChoice(program, state, choice)))
            expect(findChoice(program, state, record)).toBe(choice)
          }
        })
      }),
      { numRuns: 40 },
    )
  })

  test('with and without time the same things can happen', () => {
    fc.assert(
      fc.property(drawings, picks, (drawn, chosen) => {
        const { faults: _faults, ...scenario } = runnable(drawn)
        walkBoth(scenario, chosen)
      }),
      RUNS,
    )
  })
})

/** What must hold of every packed state whatever led to it. */
function expectSound(program: Program, state: State): void {
  const view = new View(program).open(state)
  const positions = new Map<string, number[]>()
  for (let t = view.first; t < view.last; t += view.stride) {
    const link = view.get(view.fields.link, t)
    if (link > 0) expect(view.callerOf(link)).toBeGreaterThan(0)
    const handler = view.handler(t)
    if (handler !== undefined)
      expect(view.isReplicaUp(handler.service, view.get(view.fields.replica, t))).toBe(true)
    const queue = queueHolding(view, t)
    if (queue?.flavor !== 'rabbitmq') continue
    const held = positions.get(queue.name) ?? []
    positions.set(queue.name, [...held, view.get(view.fields.rank, t)])
  }
  for (const held of positions.values())
    expect(held.toSorted((a, b) => a - b)).toEqual(held.map((_, index) => index + 1))
}

/** A delay is chosen on the message with time, and as an early timeout without: only that may differ. */
function recordsAt(program: Program, state: State): string[] {
  return machine(program)
    .enabled(state)
    .map((choice) => recordChoice(program, state, choice))
    .filter(({ kind }) => kind !== 'delay')
    .map((record) => JSON.stringify(record))
}

function isAmbiguous(record: string, records: readonly string[]): boolean {
  return record.includes('"nth"') || records.includes(record.replace(/}$/, ',"nth":2}'))
}

function walkBoth(scenario: Scenario, chosen: readonly number[]): void {
  const timed = compile(scenario)
  const untimed = compile(scenario, { timed: false })
  if (!timed.ok || !untimed.ok) return
  const [withTime, without] = [machine(timed.value), machine(untimed.value)]
  let a = withTime.initial
  let b = without.initial
  for (const pick of chosen) {
    if (withTime.limit?.(a) !== undefined || without.limit?.(b) !== undefined) return
    const records = recordsAt(timed.value, a)
    expect(records.toSorted()).toEqual(recordsAt(untimed.value, b).toSorted())
    // Of those that look alike either may be meant: only what is told apart leads to the same state.
    const unique = records.filter((one) => !isAmbiguous(one, records))
    const record = unique[pick % Math.max(1, unique.length)]
    if (record === undefined) return
    const first = findChoice(timed.value, a, JSON.parse(record))
    const second = findChoice(untimed.value, b, JSON.parse(record))
    if (first === undefined || second === undefined) throw new Error(`not found: ${record}`)
    a = withTime.apply(a, first).state
    b = without.apply(b, second).state
  }
}
