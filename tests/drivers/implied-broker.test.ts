/**
 * A broker drawn as a box and one that a line implies mean the same (semantics.md, "broker"), stopped ones
 * included: the same promises break, by as few faults and choices, and the same becomes of the orders.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FaultBudgets } from '../../src/shared/engine/searched-faults'
import { withDrawnBrokers } from '../support/drawn-brokers'
import { restsOf } from '../support/rests'
import { ALL, brokenBy, made, NONE, RUNS } from '../support/small-searches'
import { drawnAndImplied } from '../support/small-systems'
import { template } from '../support/templates'

const STATES_MAX = 1_000
const FEW_RUNS = { numRuns: Math.ceil(RUNS.numRuns / 10) }

const STOPPED: readonly FaultBudgets[] = [
  { 'stop-broker': 1 },
  { 'stop-broker': 2 },
  { 'stop-broker': 1, 'lose-response': 1 },
  { 'stop-broker': 1, duplicate: 1 },
  { 'stop-broker': 1, delay: 1 },
]
/** Half of the implied line is what one of the drawn lines is. */
const CUT: readonly FaultBudgets[] = [
  { partition: 1 },
  { partition: 2 },
  { partition: 1, 'stop-broker': 1 },
  { partition: 1, 'lose-response': 1 },
  { partition: 1, duplicate: 1 },
]

describe('a broker drawn and one implied', () => {
  test.each([
    ['stop', STOPPED, STATES_MAX],
    ['are cut off', CUT, 4 * STATES_MAX],
  ] as const)(
    '%s at the same states, and break the same promises in as few faults and choices',
    (_, all, statesMax) => {
      let [broken, whole] = [0, 0]
      fc.assert(
        fc.property(drawnAndImplied, fc.constantFrom(...all), ({ drawn, implied }, budgets) => {
          const [box, line] = [drawn, implied].map((one) =>
            brokenBy(made(one, budgets, NONE), statesMax),
          )
          if (box?.found.isWhole !== true) return
          expect(line?.found.states).toBe(box.found.states)
          expect(line?.broken).toEqual(box.broken)
          broken += box.broken.length
          whole += 1
        }),
        FEW_RUNS,
      )
      expect(whole).toBeGreaterThan(FEW_RUNS.numRuns / 4)
      expect(broken).toBeGreaterThan(FEW_RUNS.numRuns / 8)
    },
  )

  test.each(['stop-broker', 'partition'] as const)(
    'let the same become of the orders: %s',
    (kind) => {
      fc.assert(
        fc.property(drawnAndImplied, ({ drawn, implied }) => {
          const [box, line] = [drawn, implied].map((one) => made(one, { [kind]: 1 }, NONE))
          if (box === undefined || line === undefined) return
          if (!brokenBy(box, STATES_MAX / 4).found.isWhole) return
          expect(restsOf(line.untimed)).toEqual(restsOf(box.untimed))
        }),
        { numRuns: Math.ceil(FEW_RUNS.numRuns / 4) },
      )
    },
  )

  test('are the same to whoever lets services crash too: a drawn one is one of them', () => {
    const faults = { crash: 1, 'stop-broker': 1 }
    fc.assert(
      fc.property(drawnAndImplied, ({ drawn, implied }) => {
        const box = brokenBy(made(drawn, { crash: 1 }, ALL), STATES_MAX)
        const line = brokenBy(made(implied, faults, ALL, 1), STATES_MAX)
        if (!box.found.isWhole || !line.found.isWhole) return
        const fewest = ({ broken }: typeof box) => broken.map(([id, count]) => [id, count])
        expect(fewest(line)).toEqual(fewest(box))
      }),
      FEW_RUNS,
    )
  })
})

test.each([
  ...['three-services', 'three-services-reliable', 'dual-write', 'outbox', 'kafka-replay'].map(
    (name) => [name, 'stop-broker'] as const,
  ),
  // Cuts make many states of a large one.
  ...['three-services', 'dual-write', 'outbox', 'kafka-replay'].map(
    (name) => [name, 'partition'] as const,
  ),
])('the brokers of %s may as well be drawn: %s', (name, kind) => {
  const implied = template(name)
  const [line, box] = [implied, withDrawnBrokers(implied)].map((one) =>
    brokenBy(made(one, { [kind]: 1 }, NONE), 20_000),
  )
  expect(box?.found.isWhole).toBe(true)
  expect(line?.found.states).toBe(box?.found.states)
  expect(line?.broken).toEqual(box?.broken)
})
