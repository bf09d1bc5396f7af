/**
 * Wrong answers to the drawing drills: the model board with one mistake that people make, and the checks
 * that must fail because of it. No other may.
 */
import {
  ackBefore,
  addLine,
  addService,
  change,
  dualWrite,
  edited,
  line,
  notIdempotent,
  removeLine,
  service,
  sharedDatabase,
  type WrongAnswer,
  withOrphan,
  withoutOnce,
} from './board-edits'
import { wrongThreeServices } from './wrong-three-services'

export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, WrongAnswer>>>> = {
  'three-services': wrongThreeServices,
  'five-services': {
    'a service that nobody needs': { board: withOrphan, fails: ['rules'] },
    'an order is saved before Users is asked': {
      board: edited((raw) => {
        const [place] = service(raw, 'orders').handlers
        place.do.unshift({ save: 'order', as: 'pending' })
      }),
      fails: ['users-down', 'charge-not-lost', 'told-anyway', 'ends'],
    },
    'nobody asks Users': {
      board: edited((raw) => {
        removeLine(raw, 'ask')
        change(raw, 'orders', (one) => (one.call === 'ask' ? [] : undefined))
        service(raw, 'users').handlers = []
      }),
      fails: ['users'],
    },
    'Card charge is also subscribed to the order': {
      board: edited((raw) => {
        addLine(raw, {
          id: 'second',
          from: 'orders',
          to: 'charging',
          protocol: 'broker',
          event: 'OrderCreated',
          queue: 'charges',
        })
        service(raw, 'charging').handlers.push({
          on: { queue: 'charges' },
          do: [{ effect: 'charge' }],
        })
      }),
      fails: ['one-path', 'keys', 'charged'],
    },
    'save, then publish': {
      board: edited((raw) => change(raw, 'orders', dualWrite)),
      fails: ['outbox', 'charge-not-lost', 'told-anyway', 'ends'],
    },
    'no key at the bank': {
      board: edited((raw) => change(raw, 'charging', withoutOnce('charge'))),
      fails: ['keys', 'charge-once', 'paid-is-true'],
    },
    'no key for the notice': {
      board: edited((raw) => change(raw, 'notifications', withoutOnce('notify'))),
      fails: ['keys', 'told-once'],
    },
    'POST is not idempotent': { board: notIdempotent('orders'), fails: ['keys', 'one-order'] },
    'one database for two': { board: sharedDatabase('orders', 'users'), fails: ['own-data'] },
    'a chain without timeouts': {
      board: edited((raw) => {
        for (const id of ['ask', 'charge', 'capture']) delete line(raw, id).timeout
      }),
      fails: ['timeouts'],
    },
    'the notice before the result': {
      board: edited((raw) => {
        removeLine(raw, 'tell')
        change(raw, 'orders', (one) => (one.publish === 'OrderSettled' ? [] : undefined))
        addLine(raw, {
          id: 'early',
          from: 'orders',
          to: 'notifications',
          protocol: 'broker',
          event: 'OrderCreated',
          latency: 0.1,
        })
        service(raw, 'notifications').handlers = [
          { on: { event: 'OrderCreated' }, do: [{ effect: 'notify', once: true, says: 'paid' }] },
        ]
      }),
      fails: ['told-after', 'declined-told'],
    },
    'an unknown outcome is taken for a refusal': {
      board: edited((raw) =>
        change(raw, 'payment', (one) =>
          'if' in one && one.if === 'last.status == 9' ? one.then : undefined,
        ),
      ),
      fails: ['no-money-kept'],
    },
    'Payment does not tell Orders': {
      board: edited((raw) => {
        removeLine(raw, 'settle')
        change(raw, 'payment', (one) => (one.publish === 'PaymentSettled' ? [] : undefined))
        service(raw, 'orders').handlers.pop()
        removeLine(raw, 'tell')
        service(raw, 'notifications').handlers = []
      }),
      fails: ['notifications'],
    },
    'Payment acknowledges first': {
      board: ackBefore('bill', 'again'),
      fails: ['charge-not-lost', 'told-anyway', 'ends'],
    },
  },
  orchestrator: {
    'a service that nobody needs': { board: withOrphan, fails: ['rules'] },
    'refused after the charge, it only tells the customer': {
      board: edited((raw) =>
        change(raw, 'orchestrator', (one) =>
          one.transaction?.[0]?.as === 'refused'
            ? [{ call: 'tell' }, { save: 'saga', as: 'done' }]
            : undefined,
        ),
      ),
      fails: ['refused-later'],
    },
    'no key for the refund': {
      board: edited((raw) => change(raw, 'charging', withoutOnce('refund'))),
      fails: ['keys', 'refused-later-fault'],
    },
    'a notice that fails is not repeated': {
      board: edited((raw) =>
        change(raw, 'orchestrator', (one) =>
          one.call === 'tell'
            ? [
                { ...one, onFailure: 'continue' },
                { save: 'saga', as: 'done' },
              ]
            : undefined,
        ),
      ),
      fails: ['later-fails', 'told-anyway'],
    },
    'it remembers nothing': {
      board: edited((raw) => {
        removeLine(raw, 'again')
        service(raw, 'orchestrator').handlers = [
          {
            on: { connection: 'place' },
            creates: 'order',
            idempotent: true,
            do: [
              { call: 'ask' },
              { call: 'create' },
              { call: 'charge' },
              { call: 'settle' },
              { call: 'tell' },
              { reply: 201 },
            ],
          },
        ]
        change(raw, 'orders', (one) =>
          'if' in one && one.if.includes('rows.saga') ? [{ save: 'order', as: 'paid' }] : undefined,
        )
      }),
      fails: ['remembers', 'timeouts'],
    },
    'a timeout is taken for a refusal': {
      board: edited((raw) =>
        change(raw, 'orchestrator', (one) =>
          'if' in one && one.if === 'last.status == 9' ? one.then : undefined,
        ),
      ),
      fails: ['no-money-kept'],
    },
    'no key at the bank': {
      board: edited((raw) => change(raw, 'charging', withoutOnce('charge'))),
      fails: ['keys', 'charge-once', 'paid-is-true'],
    },
    'no key for the notice': {
      board: edited((raw) => change(raw, 'notifications', withoutOnce('notify'))),
      fails: ['keys', 'told-once'],
    },
    'POST is not idempotent': {
      board: notIdempotent('orchestrator'),
      fails: ['keys', 'one-order'],
    },
    'the saga goes on without an outbox': {
      // A client that repeats its key starts it again after a crash, and never beside one that runs.
      board: edited((raw) => change(raw, 'orchestrator', dualWrite)),
      fails: ['outbox'],
    },
    'one database for two': { board: sharedDatabase('orders', 'charging'), fails: ['own-data'] },
    'a chain without timeouts': {
      board: edited((raw) => {
        for (const id of ['create', 'charge', 'settle', 'tell']) delete line(raw, id).timeout
      }),
      fails: ['timeouts'],
    },
    'nobody tells the customer': {
      board: edited((raw) => {
        removeLine(raw, 'tell')
        change(raw, 'orchestrator', (one) => (one.call === 'tell' ? [] : undefined))
        service(raw, 'notifications').handlers = []
      }),
      fails: ['notifications'],
    },
    'Orders charges by itself': {
      board: edited((raw) => {
        addLine(raw, {
          id: 'self',
          from: 'orders',
          to: 'charging',
          protocol: 'grpc',
          operation: 'Cards/Charge',
          timeout: 2500,
        })
        service(raw, 'charging').handlers.push({
          on: { connection: 'self' },
          do: [{ effect: 'charge' }, { reply: 0 }],
        })
        line(raw, 'create').timeout = 9000
        change(raw, 'orders', (one) => (one.as === 'pending' ? [one, { call: 'self' }] : undefined))
      }),
      fails: ['no-choreography', 'keys', 'charge-once', 'paid-is-true'],
    },
    'the message that goes on is acknowledged first': {
      board: ackBefore('again'),
      fails: ['outbox', 'charge-not-lost', 'told-anyway', 'ends'],
    },
    'the customer is told before the charge': {
      board: edited((raw) => {
        const saga = service(raw, 'orchestrator').handlers[1].do
        saga[0].then.unshift({ call: 'tell', onFailure: 'continue' })
        service(raw, 'notifications').handlers[0].do = [
          { effect: 'notify', once: true, says: 'paid' },
          { reply: 0 },
        ]
      }),
      fails: ['told-after', 'declined-told'],
    },
  },
}

/** Not wrong: what the services save stands in databases of their own, drawn. */
export const withOwnDatabases = edited((raw) => {
  addService(raw, 'ordersDb', 'database', 'Orders DB')
  addLine(raw, { id: 'storeOrders', from: 'orders', to: 'ordersDb', protocol: 'sql' })
  addService(raw, 'chargesDb', 'database', 'Charges DB')
  addLine(raw, { id: 'storeCharges', from: 'charging', to: 'chargesDb', protocol: 'sql' })
})
