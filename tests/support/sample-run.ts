/** The three-service run with a crash after the charge, step by step as the machine tells it. */
import type { Step, StepKind } from '../../src/shared/engine/step'

const place = { connection: 'place', from: 'client', to: 'orders', message: 'POST /orders' }
const answer = { connection: 'place', from: 'orders', to: 'client', message: 'POST /orders' }
const tell = { connection: 'tell', from: 'orders', to: 'notifications', message: 'OrderCreated' }
const bill = { connection: 'bill', from: 'orders', to: 'charging', message: 'OrderCreated' }
const store = { connection: 'store', from: 'orders', to: 'ordersDb', message: 'order' }

type Told = readonly [atMs: number, kind: StepKind, service: string, more?: Partial<Step>]

const TOLD: readonly Told[] = [
  [0, 'stimulus', 'client'],
  [0, 'request.sent', 'client', place],
  [1, 'request.received', 'orders', { ...place, cause: 2 }],
  [1, 'handler.started', 'orders', { message: 'POST /orders', cause: 3 }],
  [2, 'row.saved', 'orders', { ...store, cause: 4, detail: { entity: 'order', status: 'new' } }],
  [2, 'event.published', 'orders', { ...tell, cause: 5, detail: { connections: 'tell bill' } }],
  [3, 'response.sent', 'orders', { ...answer, cause: 6, detail: { status: 201 } }],
  [3, 'handler.finished', 'orders', { cause: 7 }],
  [4, 'event.delivered', 'notifications', { ...tell, cause: 6 }],
  [4, 'handler.started', 'notifications', { message: 'OrderCreated', cause: 9 }],
  [4, 'event.delivered', 'charging', { ...bill, cause: 6 }],
  [4, 'handler.started', 'charging', { message: 'OrderCreated', cause: 11 }],
  [5, 'response.received', 'client', { ...answer, cause: 7, detail: { status: 201 } }],
  [6, 'effect.done', 'notifications', { cause: 10, detail: { effect: 'notify', count: 1 } }],
  [6, 'event.acked', 'notifications', { ...tell, cause: 14 }],
  [6, 'handler.finished', 'notifications', { cause: 15 }],
  [7, 'effect.done', 'charging', { cause: 12, detail: { effect: 'charge', count: 1 } }],
  [8, 'service.crashed', 'charging'],
  [5_008, 'service.restarted', 'charging', { cause: 18 }],
  [5_009, 'event.redelivered', 'charging', { ...bill, cause: 18, detail: { deliveries: 2 } }],
  [5_009, 'handler.started', 'charging', { message: 'OrderCreated', cause: 20 }],
  [5_300, 'effect.done', 'charging', { cause: 21, detail: { effect: 'charge', count: 2 } }],
  [5_300, 'invariant.violated', 'charging', { cause: 22, invariant: 'charge-once' }],
]

export const threeServicesRun: readonly Step[] = TOLD.map(
  ([atMs, kind, service, more], index): Step => ({
    seq: index + 1,
    atUs: atMs * 1_000,
    kind,
    service,
    key: 'o1',
    order: 'o1',
    ...more,
  }),
)
