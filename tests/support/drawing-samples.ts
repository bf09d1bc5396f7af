/** Drawings to look at: small, and with everything in them that is drawn. */
import type { DrawingOptions } from '../../src/shared/drawing/scenario-drawing'
import { PROTOCOLS } from '../../src/shared/scenario/connection'
import type { Scenario } from '../../src/shared/scenario/scenario'
import type { Language } from '../../src/shared/scenario/text'

export const threeServices: Scenario = {
  dryrun: 1,
  title: 'Three services',
  services: [
    { id: 'client', kind: 'client', name: 'Client', position: { x: 0, y: 120 } },
    {
      id: 'orders',
      kind: 'service',
      role: 'orders',
      name: { en: 'Orders', ru: 'Заказы' },
      position: { x: 280, y: 120 },
    },
    { id: 'ordersDb', kind: 'database', name: 'Orders DB', position: { x: 310, y: 300 } },
    {
      id: 'notifications',
      kind: 'service',
      role: 'notifications',
      name: { en: 'Notifications', ru: 'Уведомления' },
      position: { x: 620, y: 20 },
    },
    {
      id: 'charging',
      kind: 'service',
      role: 'charging',
      name: { en: 'Card charge', ru: 'Списание с карты' },
      position: { x: 620, y: 240 },
    },
  ],
  connections: [
    { id: 'place', from: 'client', to: 'orders', protocol: 'rest', operation: 'POST /orders' },
    { id: 'store', from: 'orders', to: 'ordersDb', protocol: 'sql' },
    {
      id: 'tell',
      from: 'orders',
      to: 'notifications',
      protocol: 'broker',
      event: 'OrderCreated',
      flavor: 'rabbitmq',
    },
    {
      id: 'bill',
      from: 'orders',
      to: 'charging',
      protocol: 'broker',
      event: 'OrderCreated',
      flavor: 'rabbitmq',
    },
  ],
}

/** The run at the redelivery: a crash behind it, a message on its way. */
export function sampleMarks(language: Language): DrawingOptions {
  return {
    language,
    marks: {
      services: new Map([
        ['client', { state: 'done' }],
        ['orders', { state: 'done', chip: 'order o1 new' }],
        ['notifications', { state: 'down', badge: { key: 'badge.down', values: {} } }],
        [
          'charging',
          {
            state: 'active',
            caption: { key: 'caption.redelivered', values: { key: 'o1' }, tone: 'bad' },
            badge: { key: 'badge.crashed', values: { count: 1 } },
          },
        ],
      ]),
      connections: new Map([
        ['place', 'done'],
        ['bill', 'active'],
        ['tell', 'lost'],
      ]),
    },
    flights: [
      {
        id: 1,
        connection: 'bill',
        kind: 'event',
        direction: 'forward',
        order: 'o1',
        message: 'OrderCreated',
        sentUs: 0,
        arrivesUs: 1_000,
        late: false,
      },
    ],
    atUs: 600,
  }
}

/** A line of each protocol, and beside them a zone, a note, replicas, colours and a loop. */
export const everyProtocol: Scenario = {
  dryrun: 1,
  title: 'Every protocol',
  services: [
    ...PROTOCOLS.flatMap((protocol, index): Scenario['services'] => {
      const x = (index % 2) * 640
      const y = Math.floor(index / 2) * 110
      return [
        { id: `from-${protocol}`, kind: 'service', name: protocol, position: { x, y } },
        { id: `to-${protocol}`, kind: 'gateway', name: 'Шлюз', position: { x: x + 360, y } },
      ]
    }),
    {
      id: 'stack',
      kind: 'orchestrator',
      name: 'Сервис уведомлений покупателей интернет-магазина',
      position: { x: 40, y: 760 },
      replicas: 3,
      color: 'purple',
      note: 'Three of them stand behind one address.',
    },
    { id: 'pipe', kind: 'broker', name: 'Events', position: { x: 440, y: 760 } },
    { id: 'bolt', kind: 'cache', name: 'Cache', position: { x: 760, y: 760 }, color: 'blue' },
    { id: 'cloud', kind: 'external', name: 'Card provider', position: { x: 980, y: 760 } },
  ],
  connections: [
    ...PROTOCOLS.map((protocol): Scenario['connections'][number] => ({
      id: protocol,
      from: `from-${protocol}`,
      to: `to-${protocol}`,
      protocol,
      event: 'OrderCreated',
      exchange: { name: 'x', type: 'topic' },
    })),
    { id: 'loop', from: 'stack', to: 'stack', protocol: 'rest', operation: 'GET /self' },
    { id: 'there', from: 'stack', to: 'pipe', protocol: 'amqp', event: 'E' },
    { id: 'back', from: 'pipe', to: 'stack', protocol: 'amqp', event: 'F' },
    {
      id: 'led',
      from: 'bolt',
      to: 'cloud',
      protocol: 'grpc',
      waypoints: [
        { x: 830, y: 900 },
        { x: 1_070, y: 900 },
      ],
    },
  ],
  zones: [
    {
      id: 'zone',
      kind: 'boundary',
      name: { en: 'Ours', ru: 'Наше' },
      position: { x: 0, y: 700 },
      size: { width: 640, height: 240 },
    },
  ],
  notes: [
    {
      id: 'note',
      text: 'A note with <angle> brackets & "quotes" that goes over several lines',
      position: { x: 40, y: 980 },
      size: { width: 200, height: 90 },
    },
  ],
}
