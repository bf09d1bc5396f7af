/** Wrong answers to the first drawing drill: of events, of the charge, of the cancellation. */
import {
  ackBefore,
  addLine,
  addService,
  change,
  dualWrite,
  edited,
  line,
  notIdempotent,
  publishFirst,
  type Raw,
  removeLine,
  service,
  sharedDatabase,
  type WrongAnswer,
  withOrphan,
  withoutOnce,
} from './board-edits'

export const wrongThreeServices: Readonly<Record<string, WrongAnswer>> = {
  'Notifications is not subscribed': {
    board: edited((raw) => {
      removeLine(raw, 'tell')
      removeLine(raw, 'tellCancelled')
      service(raw, 'notifications').handlers = []
      change(raw, 'orders', (one) => (one.publish === 'OrderSettled' ? [] : undefined))
    }),
    fails: ['notifications'],
  },
  'nothing charges': {
    board: edited((raw) => {
      for (const id of ['bill', 'settle', 'undo', 'cancel', 'decide', 'tell', 'tellCancelled'])
        removeLine(raw, id)
      service(raw, 'charging').handlers = []
      service(raw, 'orders').handlers.splice(1)
      change(raw, 'orders', (one) => (one.publish === 'OrderCreated' ? [] : undefined))
      service(raw, 'notifications').handlers = []
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
    fails: ['outbox', 'charge-not-lost', 'told-anyway', 'told-truth', 'ends'],
  },
  'publish, then save': {
    board: edited((raw) => change(raw, 'orders', publishFirst)),
    fails: ['outbox', 'saved-first', 'no-phantom', 'told-anyway', 'told-truth', 'ends'],
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
      for (const id of ['settle', 'decide', 'cancel', 'undo', 'tellCancelled']) removeLine(raw, id)
      service(raw, 'orders').handlers.splice(1)
      service(raw, 'charging').handlers.splice(1)
      service(raw, 'notifications').handlers.splice(1)
      line(raw, 'tell').from = 'charging'
      change(raw, 'charging', (one) => {
        if (one.publish === 'OrderUpdate') return []
        const isSaved = one.save === 'payment' && one.as !== 'refunded'
        return isSaved ? [one, { publish: 'OrderSettled', outbox: true }] : undefined
      })
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
  'a service that nobody needs': { board: withOrphan, fails: ['rules'] },
  'the notice follows the payment, not the order': {
    board: edited((raw) => {
      removeLine(raw, 'tell')
      change(raw, 'orders', (one) => (one.publish === 'OrderSettled' ? [] : undefined))
      addService(raw, 'ordersDb', 'database', 'Orders DB')
      addLine(raw, { id: 'slow', from: 'orders', to: 'ordersDb', protocol: 'sql', latency: 200 })
      addLine(raw, {
        id: 'tellPaid',
        from: 'charging',
        to: 'notifications',
        protocol: 'broker',
        event: 'OrderUpdate',
      })
      service(raw, 'notifications').handlers[0] = {
        on: { event: 'OrderUpdate' },
        do: [
          {
            if: "rows.payment == 'captured'",
            // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
            then: [{ effect: 'notify', once: true, says: 'paid' }],
            else: [{ effect: 'notify', once: true, says: 'rejected' }],
          },
        ],
      }
    }),
    fails: ['settled-first', 'cancels'],
  },
  'nobody can cancel': {
    board: edited((raw) => {
      for (const id of ['cancel', 'decide']) removeLine(raw, id)
      service(raw, 'orders').handlers.splice(1, 1)
    }),
    fails: ['cancels'],
  },
  'Card charge does not hear of the cancellation': {
    board: edited((raw) => {
      removeLine(raw, 'undo')
      service(raw, 'charging').handlers.splice(1)
    }),
    fails: ['cancels'],
  },
  'Card charge looks before the charge, and not after it': {
    isSlow: true,
    board: edited((raw) => {
      const [bill] = service(raw, 'charging').handlers
      const [dedupe, charge, look] = bill.do
      // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
      bill.do = [dedupe, { ...look, then: [], else: [charge, ...look.else] }]
    }),
    fails: ['cancel-any-time'],
  },
  'what is paid and told so may still be cancelled': {
    isSlow: true,
    board: edited((raw) => {
      const [, , decide] = service(raw, 'orders').handlers
      decide.do.push({
        if: "rows.order == 'paid' && rows.cancellation == 'asked'",
        // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
        then: [
          {
            transaction: [
              { save: 'order', as: 'cancelled' },
              { publish: 'OrderCancelled', outbox: true },
            ],
          },
        ],
      })
    }),
    fails: ['cancel-truth'],
  },
}
