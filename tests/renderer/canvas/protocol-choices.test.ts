import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COMMON_CHOICES,
  isChosen,
  RARE_CHOICES,
} from '../../../src/renderer/canvas/model/protocol-choices'
import { PROTOCOLS } from '../../../src/shared/scenario/connection'
import { applyEdit } from '../../../src/shared/scenario/edits'
import { protocolEdit } from '../../../src/shared/scenario/protocol-change'
import { board, line, service } from './boards'

const choices = [...COMMON_CHOICES, ...RARE_CHOICES]
const scenario = board(
  [service('a', 0, 0), service('b', 400, 0)],
  [line('ab', 'a', 'b', { operation: 'POST /orders', timeout: 700, label: 'hello', order: 2 })],
)

function changed(from: typeof scenario, choice: (typeof choices)[number]) {
  const edit = protocolEdit(from, 'ab', choice)
  if (!edit) throw new Error('the line is there')
  return applyEdit(from, edit)
}

describe('another protocol for a line', () => {
  it('can be any', () => {
    expect(new Set(choices.map((choice) => choice.protocol))).toEqual(new Set(PROTOCOLS))
  })

  it('takes words away that it does not read, and keeps those that it does', () => {
    const grpc = changed(scenario, { protocol: 'grpc' }).connections[0]
    expect(grpc).toMatchObject({ protocol: 'grpc', timeout: 700, label: 'hello', order: 2 })
    expect(grpc?.operation).not.toBe('POST /orders')
    const kafka = changed(scenario, { protocol: 'broker', flavor: 'kafka' }).connections[0]
    expect(kafka).toMatchObject({ protocol: 'broker', flavor: 'kafka' })
    expect(kafka?.event).toBeDefined()
    expect(kafka).not.toHaveProperty('timeout')
    expect(kafka).not.toHaveProperty('operation')
  })

  it('keeps an event from one broker to another', () => {
    const rabbit = changed(scenario, { protocol: 'broker', flavor: 'rabbitmq' })
    const event = rabbit.connections[0]?.event
    const amqp = changed(rabbit, { protocol: 'amqp' }).connections[0]
    expect(amqp?.event).toBe(event)
    expect(amqp).not.toHaveProperty('flavor')
  })

  it('is then the one that is chosen, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...choices), { minLength: 1 }), (all) => {
        const end = all.reduce(changed, scenario)
        const connection = end.connections[0]
        const last = all.at(-1)
        expect(connection && choices.filter((choice) => isChosen(connection, choice))).toEqual([
          last,
        ])
      }),
    )
  })
})
