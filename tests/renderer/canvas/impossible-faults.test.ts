import { describe, expect, test } from 'vitest'
import { choicesFor } from '../../../src/renderer/canvas/menus/choices-for'
import { impossibleAt, impossibleOn } from '../../../src/renderer/canvas/menus/impossible-faults'
import { choicesAt } from '../../../src/shared/engine/choices'
import { connectionById, serviceById } from '../../../src/shared/scenario/lookup'
import type { Scenario } from '../../../src/shared/scenario/scenario'
import { scenario } from '../../support/builders'
import { run } from '../../support/running'

const drawn = scenario().rest('client -> orders').broker('orders -> charging').build()

function choicesOf(one: Scenario, id: string, on: 'service' | 'line', position: number) {
  const ran = run(one)
  const choices = choicesAt(ran.program, ran.trace.stateAt(position))
  return choicesFor(choices, { on, id }, connectionById(one))
}

function on(id: string, position: number, one = drawn) {
  const line = connectionById(one).get(id)
  if (!line) throw new Error(`no line ${id}`)
  return impossibleOn(line, false, choicesOf(one, id, 'line', position)).map(
    ({ fault, why }) => `${fault}: ${why}`,
  )
}

function at(id: string, position: number, one = drawn) {
  const service = serviceById(one).get(id)
  if (!service) throw new Error(`no service ${id}`)
  return impossibleAt(service, choicesOf(one, id, 'service', position))
}

describe('a fault that cannot happen now is named with its reason', () => {
  test('no answer is lost while the request is on its way', () => {
    expect(on('client-orders', 2)).toEqual(['lose-response: noAnswer'])
  })

  test('nothing is lost where nothing travels, but the line can be cut', () => {
    expect(on('client-orders', 0)).toEqual([
      'lose-request: noMessage',
      'lose-response: noAnswer',
      'duplicate: noMessage',
      'delay: noMessage',
    ])
  })

  test('a line that is cut is not cut twice', () => {
    const cut: Scenario = {
      ...drawn,
      faults: [{ kind: 'partition', at: { connection: 'client-orders' } }],
    }
    expect(on('client-orders', 1, cut)).toContain('partition: cut')
  })

  test('a broker drawn as a line is stopped by a right click on the line, once', () => {
    const line = choicesOf(drawn, 'orders-charging', 'line', 0)
    expect(line.map(({ kind }) => kind)).toContain('stop-broker')
    for (const service of ['orders', 'charging'])
      expect(choicesOf(drawn, service, 'service', 0).map(({ kind }) => kind)).not.toContain(
        'stop-broker',
      )
    const stopped: Scenario = {
      ...drawn,
      faults: [{ kind: 'stop-broker', at: { connection: 'orders-charging' } }],
    }
    expect(on('orders-charging', 1, stopped)).toContain('stop-broker: down')
    const again = choicesOf(stopped, 'orders-charging', 'line', 1)
    expect(again.map(({ kind }) => kind)).toContain('restart')
  })

  test('a client is outside, what is down is down, and the rest may crash', () => {
    expect(at('client', 0)).toEqual([{ fault: 'crash', why: 'outside' }])
    const down: Scenario = { ...drawn, faults: [{ kind: 'crash', at: { service: 'charging' } }] }
    expect(at('charging', 1, down)).toEqual([{ fault: 'crash', why: 'down' }])
    expect(at('charging', 0)).toEqual([])
  })
})
