import { expect, test } from 'vitest'
import { actionScope } from '../../../src/renderer/inspector/actions/action-scope'
import { actionWords } from '../../../src/renderer/inspector/actions/action-words'
import { newAction } from '../../../src/renderer/inspector/actions/new-action'
import { possibleTriggers } from '../../../src/renderer/inspector/service/triggers'
import { ACTION_KINDS, actionKind, actionSchema } from '../../../src/shared/scenario/action'
import { serviceById } from '../../../src/shared/scenario/lookup'
import { threeServices } from '../../support/three-services'

const orders = serviceById(threeServices).get('orders')
if (!orders) throw new Error('three services have Orders')
const scope = actionScope(threeServices, orders)

test.each(ACTION_KINDS)(
  'a new %s is a valid action of its kind, or has a reason not to be',
  (kind) => {
    const made = newAction(kind, scope)
    if ('reason' in made) {
      expect(['call', 'push']).toContain(kind)
      return
    }
    expect(actionKind(made.action)).toBe(kind)
    expect(actionSchema.safeParse(made.action).success).toBe(true)
    expect(actionWords(made.action, scope, 'en').key).toBe(`action.${kind}.words`)
  },
)

test('an effect says whether it is safe to repeat', () => {
  expect(actionWords({ effect: 'charge' }, scope, 'en').remark).toBe('remark.notOnce')
  expect(actionWords({ effect: 'charge', once: true }, scope, 'en').remark).toBe('remark.once')
})

test('a service may be started by whatever its lines bring', () => {
  expect(possibleTriggers(threeServices, 'orders')).toEqual([
    { connection: 'place' },
    { operation: 'POST /orders' },
  ])
  expect(possibleTriggers(threeServices, 'charging')[0]).toEqual({ event: 'OrderCreated' })
  expect(possibleTriggers(threeServices, 'client')).toEqual([])
})
