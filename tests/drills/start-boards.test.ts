/** Drills that begin with a board: left as it is given it fails what the drill is about, and nothing else. */
import { expect, test } from 'vitest'
import { drill, failedIds, gradeOf } from '../support/drills'

const UNSOLVED: Readonly<Record<string, readonly string[]>> = {
  outbox: ['nothing-lost', 'once'],
  'idempotency-key': ['one-order', 'one-charge', 'replies'],
  'poison-message': ['not-lost', 'ends', 'limit', 'then'],
  'cancel-race': ['no-money-kept'],
  'timeout-budget': ['answered', 'nested', 'one-layer'],
  'onion-layered': [
    ...['layers-way', 'layers-rules', 'rings-way', 'rings-rules'],
    ...['two-edges', 'edges', 'statements', 'why'],
  ],
  'microservices-monolith': [
    ...['own-data', 'no-circle', 'event-kept'],
    ...['crash', 'whose', 'true', 'availability', 'when'],
  ],
  'ways-to-interact': [
    ...['notifications-down', 'payment-down', 'coupling'],
    ...['down', 'lines', 'delivery'],
  ],
  'at-most-once': ['crash', 'duplicate', 'price'],
}

test.each(Object.entries(UNSOLVED))('%s', (id, fails) => {
  const of = drill(id)
  if (of.start === undefined) throw new Error('no board to start with')
  expect(failedIds(gradeOf(of, { board: of.start }))).toEqual(fails)
})
