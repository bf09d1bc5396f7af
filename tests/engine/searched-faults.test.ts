import { expect, test } from 'vitest'
import {
  ASKED_FOR,
  budgetsWithin,
  leavesBrokersUp,
  ofEveryKind,
  SEARCHED_FAULTS,
} from '../../src/shared/engine/searched-faults'
import { scenario } from '../support/builders'

test('a bound on all kinds alone means every kind but those that are asked for by name', () => {
  const every = budgetsWithin({ crash: 0 }, 2)
  expect(every).toEqual(ofEveryKind(2))
  expect(Object.keys(every).sort()).toEqual(
    SEARCHED_FAULTS.filter((kind) => !ASKED_FOR.includes(kind)).sort(),
  )
})

test('with a bound on all kinds, those with a budget keep theirs', () => {
  expect(budgetsWithin({ crash: 2, delay: 0 }, 1)).toEqual({ crash: 2, delay: 0 })
  expect(budgetsWithin({ crash: 0 }, undefined)).toEqual({ crash: 0 })
})

test('a broker that is not drawn stays up unless brokers may stop; a drawn one crashes with the rest', () => {
  const implied = scenario().broker('orders -> charging').build()
  const drawn = scenario().brokerBox('mq').broker('orders -> mq').broker('mq -> charging').build()
  expect(leavesBrokersUp(implied, { crash: 1 })).toBe(true)
  expect(leavesBrokersUp(implied, { crash: 1, 'stop-broker': 1 })).toBe(false)
  expect(leavesBrokersUp(implied, { duplicate: 1 })).toBe(false)
  expect(leavesBrokersUp(drawn, { crash: 1 })).toBe(false)
})
