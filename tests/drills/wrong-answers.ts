/**
 * Wrong answers to the drawing drills: the model board with one mistake that people make, and the checks
 * that must fail because of it. No other may.
 */
import type { Scenario } from '../../src/shared/scenario/scenario'
import { asScenario } from '../support/drills'

export interface WrongAnswer {
  readonly board: (model: Scenario) => Scenario
  readonly fails: readonly string[]
}

/** A file's own JSON, edited by hand and parsed again. */
type Raw = ReturnType<typeof JSON.parse>

/** An edit by hand of the model's file. */
const edited =
  (edit: (raw: Raw) => void) =>
  (model: Scenario): Scenario => {
    const raw: Raw = JSON.parse(JSON.stringify(model))
    delete raw.invariants
    edit(raw)
    return asScenario(raw)
  }

const service = (raw: Raw, id: string): Raw => raw.services.find((one: Raw) => one.id === id)
const line = (raw: Raw, id: string): Raw => raw.connections.find((one: Raw) => one.id === id)
const removeLine = (raw: Raw, id: string) => {
  raw.connections = raw.connections.filter((one: Raw) => one.id !== id)
}
const addLine = (raw: Raw, added: Raw) => raw.connections.push(added)
const addService = (raw: Raw, id: string, kind: string, name: string, more: Raw = {}) =>
  raw.services.push({ id, kind, name, position: { x: 0, y: 600 }, ...more })

/** Every innermost action that is like this goes, or becomes something else. */
function replaceActions(value: Raw, change: (action: Raw) => readonly Raw[] | undefined): Raw {
  if (Array.isArray(value))
    return value.flatMap((one) => {
      const changed = typeof one === 'object' && one !== null ? change(one) : undefined
      return changed ?? [replaceActions(one, change)]
    })
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, replaceActions(inner, change)]),
  )
}
const change = (raw: Raw, id: string, how: (action: Raw) => readonly Raw[] | undefined) => {
  const of = service(raw, id)
  of.handlers = replaceActions(of.handlers, how)
}

/** `transaction [save, publish outbox]` becomes the two, one after the other. */
const dualWrite = (action: Raw) =>
  action.transaction?.some((one: Raw) => 'publish' in one)
    ? action.transaction
        .filter((one: Raw) => !('dedupe' in one))
        .map((one: Raw) => ('publish' in one ? { publish: one.publish } : one))
    : undefined

const publishFirst = (action: Raw) => dualWrite(action)?.slice().reverse()

const withoutOnce = (effect: string) => (action: Raw) => {
  if (action.effect !== effect) return undefined
  const { once: _once, ...rest } = action
  return [rest]
}

const sharedDatabase = (one: string, other: string) =>
  edited((raw) => {
    addService(raw, 'db', 'database', 'Database')
    addLine(raw, { id: 'dbOne', from: one, to: 'db', protocol: 'sql' })
    addLine(raw, { id: 'dbOther', from: other, to: 'db', protocol: 'sql' })
  })

const notIdempotent = (id: string) =>
  edited((raw) => {
    for (const handler of service(raw, id).handlers) delete handler.idempotent
  })

const ackBefore = (...ids: string[]) =>
  edited((raw) => {
    for (const id of ids) line(raw, id).ack = 'before'
  })

export const wrongAnswers: Readonly<Record<string, Readonly<Record<string, WrongAnswer>>>> = {
  'three-services': {
    'Notifications is not subscribed': {
      board: edited((raw) => {
        removeLine(raw, 'tell')
        service(raw, 'notifications').handlers = []
        change(raw, 'orders', (one) => (one.publish === 'OrderSettled' ? [] : undefined))
      }),
      fails: ['notifications'],
    },
    'nothing charges': {
      board: edited((raw) => {
        removeLine(raw, 'bill')
        removeLine(raw, 'settle')
        service(raw, 'charging').handlers = []
        service(raw, 'orders').handlers.pop()
        change(raw, 'orders', (one) => (one.publish === 'OrderCreated' ? [] : undefined))
        service(raw, 'notifications').handlers = []
        removeLine(raw, 'tell')
      }),
      fails: ['charging', 'notifications'],
    },
    'Card charge hears of the order twice': {
      board: edited((raw) => {
        addLine(raw, {
          id: 'billAgain',
          from: 'orders',
          to: 'charging',
          protocol: 'broker',
          event: 'OrderSettled',
        })
        service(raw, 'charging').handlers.push({
          on: { event: 'OrderSettled' },
          do: [{ effect: 'charge' }],
        })
      }),
      fails: ['keys', 'charged'],
    },
    'save, then publish': {
      board: edited((raw) => change(raw, 'orders', dualWrite)),
      fails: ['outbox', 'charge-not-lost', 'told-anyway', 'ends'],
    },
    'publish, then save': {
      board: edited((raw) => change(raw, 'orders', publishFirst)),
      fails: ['outbox', 'ends'],
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
    'the notice before the result': {
      board: edited((raw) => {
        addLine(raw, {
          id: 'early',
          from: 'orders',
          to: 'notifications',
          protocol: 'broker',
          event: 'OrderCreated',
          latency: 0.1,
        })
        removeLine(raw, 'tell')
        change(raw, 'orders', (one) => (one.publish === 'OrderSettled' ? [] : undefined))
        service(raw, 'notifications').handlers = [
          { on: { event: 'OrderCreated' }, do: [{ effect: 'notify', once: true, says: 'paid' }] },
        ]
      }),
      fails: ['told-after', 'declined-told'],
    },
    'one database for two': { board: sharedDatabase('orders', 'charging'), fails: ['own-data'] },
    'nothing goes back to Orders': {
      board: edited((raw) => {
        removeLine(raw, 'settle')
        change(raw, 'charging', (one) => (one.publish === 'PaymentSettled' ? [] : undefined))
        service(raw, 'orders').handlers.pop()
        line(raw, 'tell').from = 'charging'
        change(raw, 'charging', (one) =>
          one.save === 'payment' ? [one, { publish: 'OrderSettled', outbox: true }] : undefined,
        )
        change(raw, 'notifications', () => undefined)
        service(raw, 'notifications').handlers[0].do[0].if = "rows.payment == 'captured'"
      }),
      fails: ['result'],
    },
    'acknowledged before the work': {
      board: ackBefore('bill'),
      fails: ['charge-not-lost', 'told-anyway', 'ends'],
    },
    'a declined card is taken for a charged one': {
      board: edited((raw) =>
        change(raw, 'charging', (one) =>
          'if' in one && one.if.includes("'error'") ? one.else : undefined,
        ),
      ),
      fails: ['declined'],
    },
    'no bank on the board': {
      board: edited((raw) => {
        removeLine(raw, 'capture')
        raw.services = raw.services.filter((one: Raw) => one.id !== 'bank')
      }),
      fails: ['declined'],
    },
  },
  'five-services': {
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
