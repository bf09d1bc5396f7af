/** The drills on architecture that come with a board: what each mistake fails, and that the board can be put right. */
import { describe, expect, test } from 'vitest'
import type { Drill } from '../../src/shared/drills/drill'
import { reviewScenario } from '../../src/shared/review/review'
import { applyEdit, type Edit } from '../../src/shared/scenario/edits'
import { protocolEdit } from '../../src/shared/scenario/protocol-change'
import { reconnectEdit } from '../../src/shared/scenario/reconnect'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { drill, failedIds, gradeOf, inRussian } from '../support/drills'
import { wrongArchitecture } from './wrong-architecture'

/** What is asked of the board: the questions beside it have tests of their own. */
const drawn = (id: string): Drill => {
  const of = drill(id)
  return { ...of, checks: of.checks.filter((check) => !('answer' in check)) }
}
const modelOf = ({ model, id }: Drill): Scenario => {
  if (model.board === undefined) throw new Error(`${id} has no model board`)
  return model.board
}
const startOf = ({ start, id }: Drill): Scenario => {
  if (start === undefined) throw new Error(`${id} has no board to start with`)
  return start
}

describe.each(Object.entries(wrongArchitecture))('%s', (id, wrong) => {
  const of = drawn(id)

  test.each(Object.entries(wrong))('%s: only what is wrong fails', (_, { board, fails }) => {
    const answer = board(modelOf(of))
    expect(failedIds(gradeOf(of, { board: answer }))).toEqual(fails)
    // A search that shows nothing has been made of the same design in English, and of the model in both.
    const checks = of.checks.filter((check) => !('explore' in check) || fails.includes(check.id))
    const russian = gradeOf({ ...of, checks }, { board: inRussian(answer) })
    expect(failedIds(russian)).toEqual(fails)
  })

  test('the model drawn by somebody else is as right', () => {
    expect(gradeOf(of, { board: inRussian(modelOf(of)) }).score).toBe(1)
  })
})

test('layers beside rings are no adapters of the onion, and rings are in no layer', () => {
  expect(reviewScenario(modelOf(drawn('onion-layered')))).toEqual([])
})

/** As in the app: one edit after the other. */
function put(
  board: Scenario,
  ...edits: readonly ((now: Scenario) => Edit | undefined)[]
): Scenario {
  return edits.reduce((now, edit) => {
    const made = edit(now)
    if (made === undefined) throw new Error('an edit that changes nothing')
    return applyEdit(now, made)
  }, board)
}

test('the ends of the dependencies are moved, and layers and onion are right', () => {
  const of = drawn('onion-layered')
  const move = (id: string, end: 'from' | 'to', service: string) => (now: Scenario) =>
    reconnectEdit(now, id, end, service)
  const board = put(
    startOf(of),
    ...[move('l1', 'to', 'rules'), move('l2', 'to', 'store')],
    ...[move('l3', 'from', 'store'), move('l3', 'to', 'table')],
    ...[move('r1', 'to', 'place'), move('r2', 'to', 'port')],
    ...[move('r3', 'from', 'sqlAdapter'), move('r3', 'to', 'port')],
    ...[move('r4', 'from', 'place'), move('r4', 'to', 'order')],
  )
  expect(failedIds(gradeOf(of, { board }))).toEqual([])
})

test('two lines get another protocol, and orders are accepted whoever else is down', () => {
  const of = drawn('ways-to-interact')
  const board = put(
    startOf(of),
    (now) => protocolEdit(now, 'pay', { protocol: 'broker', flavor: 'rabbitmq' }),
    (now) => protocolEdit(now, 'tell', { protocol: 'broker', flavor: 'kafka' }),
  )
  expect(failedIds(gradeOf(of, { board }))).toEqual([])
})

test('the circle is removed and a database added; the lost event needs its outbox still', () => {
  const of = drawn('microservices-monolith')
  const board = put(
    startOf(of),
    () => ({ edit: 'remove', ids: ['history'] }),
    () => {
      const position = { x: 900, y: 600 }
      return {
        edit: 'addService',
        service: { id: 'chargeDb', kind: 'database', name: 'Charges DB', position },
      }
    },
    (now) => reconnectEdit(now, 'storeCharges', 'to', 'chargeDb'),
  )
  expect(failedIds(gradeOf(of, { board }))).toEqual(['event-kept'])
})
