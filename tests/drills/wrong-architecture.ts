/** Wrong answers to the drills on architecture that come with a board: one mistake each, and what fails of it. */
import {
  ackBefore,
  addLine,
  addService,
  change,
  dualWrite,
  edited,
  line,
  removeLine,
  service,
  sharedDatabase,
  type WrongAnswer,
} from './board-edits'

const dependency = (id: string, from: string, to: string) =>
  edited((raw) => addLine(raw, { id, from, to, protocol: 'dependency' }))

export const wrongArchitecture: Readonly<Record<string, Readonly<Record<string, WrongAnswer>>>> = {
  'onion-layered': {
    'the pages skip the rules': {
      board: dependency('skip', 'pages', 'store'),
      fails: ['layers-rules'],
    },
    'the repository knows the rules above it': {
      board: dependency('up', 'store', 'rules'),
      fails: ['layers-rules'],
    },
    'the rules reach past the repository into the database': {
      board: edited((raw) => {
        line(raw, 'l2').to = 'table'
      }),
      fails: ['layers-way', 'layers-rules'],
    },
    'the rules know no repository': {
      board: edited((raw) => removeLine(raw, 'l2')),
      fails: ['layers-way'],
    },
    'the use case knows the SQL adapter': {
      board: dependency('out', 'place', 'sqlAdapter'),
      fails: ['rings-rules'],
    },
    'the domain knows the port': {
      board: dependency('out', 'order', 'port'),
      fails: ['rings-rules'],
    },
    'the web adapter knows the SQL adapter': {
      board: dependency('aside', 'web', 'sqlAdapter'),
      fails: ['rings-rules'],
    },
    'the port knows the adapter that should implement it': {
      board: edited((raw) => Object.assign(line(raw, 'r3'), { from: 'port', to: 'sqlAdapter' })),
      fails: ['rings-way', 'rings-rules'],
    },
    'nobody implements the port': {
      board: edited((raw) => removeLine(raw, 'r3')),
      fails: ['rings-way'],
    },
    'the database stands in the domain': {
      board: edited((raw) => {
        service(raw, 'base').zone = 'domain'
      }),
      fails: ['rings-rules'],
    },
    'a ring is empty': {
      board: edited((raw) => {
        raw.services = raw.services.filter(({ id }: { id: string }) => id !== 'order')
        removeLine(raw, 'r4')
      }),
      fails: ['parts'],
    },
  },
  'microservices-monolith': {
    'one database for two': { board: sharedDatabase('orders', 'users'), fails: ['own-data'] },
    'Users asks Orders, which asks Users': {
      board: edited((raw) =>
        addLine(raw, { id: 'back', from: 'users', to: 'orders', protocol: 'rest', timeout: 500 }),
      ),
      fails: ['no-circle'],
    },
    'a circle of three': {
      board: edited((raw) => {
        addLine(raw, { id: 'a', from: 'users', to: 'charging', protocol: 'grpc', timeout: 500 })
        addLine(raw, { id: 'b', from: 'charging', to: 'orders', protocol: 'grpc', timeout: 500 })
      }),
      fails: ['no-circle'],
    },
    'save, then publish': {
      board: edited((raw) => change(raw, 'orders', dualWrite)),
      fails: ['event-kept'],
    },
    'Card charge acknowledges first': { board: ackBefore('bill'), fails: ['event-kept'] },
    'nobody charges': {
      board: edited((raw) =>
        change(raw, 'orders', (one) => (one.publish === 'OrderCreated' ? [] : undefined)),
      ),
      fails: ['flow'],
    },
    'nobody asks Users': {
      board: edited((raw) => {
        change(raw, 'orders', (one) => (one.call === 'ask' ? [] : undefined))
      }),
      fails: ['users'],
    },
  },
  'ways-to-interact': {
    'Notifications is called': {
      board: edited((raw) => {
        Object.assign(line(raw, 'tell'), { protocol: 'rest', timeout: 2000 })
        delete line(raw, 'tell').event
        delete line(raw, 'tell').flavor
        change(raw, 'payment', (one) => (one.publish ? [{ call: 'tell' }] : undefined))
        service(raw, 'notifications').handlers[0].on = { connection: 'tell' }
        service(raw, 'notifications').handlers[0].do.push({ reply: 201 })
      }),
      // Payment's message comes back five times within the minute, and is dead.
      fails: ['notifications-down'],
    },
    'Orders calls Notifications itself': {
      board: edited((raw) => {
        addLine(raw, {
          id: 'now',
          from: 'orders',
          to: 'notifications',
          protocol: 'rest',
          timeout: 2000,
        })
        change(raw, 'orders', (one) => (one.call === 'ask' ? [one, { call: 'now' }] : undefined))
        service(raw, 'notifications').handlers.push({
          on: { connection: 'now' },
          do: [{ effect: 'notify', once: true }, { reply: 200 }],
        })
      }),
      fails: ['notifications-down', 'coupling'],
    },
    'Payment is called': {
      board: edited((raw) => {
        Object.assign(line(raw, 'pay'), { protocol: 'grpc', timeout: 5000 })
        delete line(raw, 'pay').event
        delete line(raw, 'pay').flavor
        change(raw, 'orders', (one) =>
          one.transaction ? [{ save: 'order', as: 'new' }, { call: 'pay' }] : undefined,
        )
        service(raw, 'payment').handlers[0].on = { connection: 'pay' }
        service(raw, 'payment').handlers[0].do.push({ reply: 0 })
      }),
      fails: ['payment-down', 'coupling'],
    },
    'the notice is pushed, and nobody keeps it': {
      board: edited((raw) => {
        Object.assign(line(raw, 'tell'), { protocol: 'websocket' })
        delete line(raw, 'tell').event
        delete line(raw, 'tell').flavor
        change(raw, 'payment', (one) => (one.publish ? [{ push: 'tell' }] : undefined))
        service(raw, 'notifications').handlers[0].on = { connection: 'tell' }
      }),
      fails: ['notifications-down'],
    },
    'Users is told, not asked': {
      board: edited((raw) => {
        Object.assign(line(raw, 'ask'), { protocol: 'broker', event: 'UserWanted' })
        delete line(raw, 'ask').timeout
        delete line(raw, 'ask').operation
        change(raw, 'orders', (one) =>
          one.call === 'ask' ? [{ publish: 'UserWanted' }] : undefined,
        )
        service(raw, 'users').handlers = [
          { on: { event: 'UserWanted' }, do: [{ save: 'user', as: 'known' }] },
        ]
      }),
      fails: ['asks-users'],
    },
    'saved before Users is asked': {
      board: edited((raw) => {
        service(raw, 'orders').handlers[0].do.unshift({ save: 'order', as: 'new' })
      }),
      fails: ['users-down'],
    },
    'a chain through a sixth service': {
      board: edited((raw) => {
        addService(raw, 'prices', 'service', 'Prices', {
          handlers: [{ on: { connection: 'price' }, do: [{ reply: 0 }] }],
        })
        addLine(raw, {
          id: 'price',
          from: 'orders',
          to: 'prices',
          protocol: 'grpc',
          timeout: 500,
        })
        change(raw, 'orders', (one) => (one.call === 'ask' ? [one, { call: 'price' }] : undefined))
      }),
      fails: ['coupling'],
    },
    'Notifications hears nothing': {
      board: edited((raw) => {
        removeLine(raw, 'tell')
        change(raw, 'payment', (one) => (one.publish ? [] : undefined))
        service(raw, 'notifications').handlers = [
          { on: { event: 'OrderCreated' }, do: [{ effect: 'notify', once: true }] },
        ]
      }),
      fails: ['flow'],
    },
  },
}
