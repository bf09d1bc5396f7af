/** Every kind in every state, as drawings: what the gallery shows and the picture test compares. */

import type { LineMark, Marks, ServiceMark } from '../../shared/drawing/marks'
import { drawScenario } from '../../shared/drawing/scenario-drawing'
import type { Drawing } from '../../shared/drawing/shape'
import { type Connection, PROTOCOLS } from '../../shared/scenario/connection'
import type { Scenario, Zone } from '../../shared/scenario/scenario'
import { SERVICE_KINDS, SERVICE_ROLES, type Service } from '../../shared/scenario/service'
import type { Language, Text } from '../../shared/scenario/text'
import { TINTS } from '../../shared/scenario/tint'

/** A service that a run has not reached yet looks as it does while drawing. */
export const SERVICE_STATES = ['plain', 'active', 'done', 'down', 'broken'] as const
export type ServiceState = (typeof SERVICE_STATES)[number]
export const LINE_STATES = ['plain', 'active', 'done', 'idle', 'lost'] as const
export type LineState = (typeof LINE_STATES)[number]

const STEP = { x: 260, y: 140 }
const COLUMNS = 4

const KINDS: Readonly<Record<Service['kind'], Text>> = {
  client: { en: 'Client', ru: 'Клиент' },
  service: { en: 'Service', ru: 'Сервис' },
  orchestrator: { en: 'Orchestrator', ru: 'Оркестратор' },
  gateway: { en: 'Gateway', ru: 'Шлюз' },
  database: { en: 'Database', ru: 'База данных' },
  broker: { en: 'Broker', ru: 'Брокер' },
  cache: { en: 'Cache', ru: 'Кэш' },
  external: { en: 'Card processor', ru: 'Платёжный провайдер' },
}

const place = (at: number) => ({ x: (at % COLUMNS) * STEP.x, y: Math.floor(at / COLUMNS) * STEP.y })

/** Each kind, then each of the palette's services, a replica of three, a coloured one with a note, and locked ones. */
function boxes(): readonly Service[] {
  const kinds = SERVICE_KINDS.map((kind): Partial<Service> => ({ kind, name: KINDS[kind] }))
  const roles = SERVICE_ROLES.map((role): Partial<Service> => ({ role, name: role }))
  const others: readonly Partial<Service>[] = [
    { name: { en: 'Three replicas', ru: 'Три реплики' }, replicas: 3 },
    { name: { en: 'Noted', ru: 'С заметкой' }, color: 'green', note: 'idempotent' },
    { name: { en: 'Locked', ru: 'На замке' }, locked: true },
    { kind: 'database', name: { en: 'Locked rows', ru: 'База на замке' }, locked: true },
  ]
  return [...kinds, ...roles, ...others].map((fields, at) => ({
    id: `box${at}`,
    kind: 'service',
    name: '',
    ...fields,
    position: place(at),
  }))
}

const board = (
  services: readonly Service[],
  connections: readonly Connection[] = [],
): Scenario => ({
  dryrun: 1,
  title: 'Gallery',
  services: [...services],
  connections: [...connections],
})

const MARKS: Readonly<Record<Exclude<ServiceState, 'plain'>, ServiceMark>> = {
  active: { state: 'active', chip: 'order o1 new' },
  done: {
    state: 'done',
    caption: { key: 'caption.acknowledged', values: { key: 'o1' }, tone: 'good' },
  },
  down: { state: 'down', badge: { key: 'badge.down', values: {} } },
  broken: { state: 'broken', badge: { key: 'badge.crashed', values: { count: 2 } } },
}

const marked = (services: Marks['services'], connections: Marks['connections']): Marks => ({
  services,
  connections,
})

export function servicesIn(state: ServiceState, language: Language): Drawing {
  const services = boxes()
  if (state === 'plain') return drawScenario(board(services), { language })
  const marks = new Map(services.map(({ id }) => [id, MARKS[state]]))
  return drawScenario(board(services), { language, marks: marked(marks, new Map()) })
}

/** A line a protocol, and what is hard to draw: a pair both ways, a line to itself, two alike. */
export function linesIn(state: LineState, language: Language): Drawing {
  const services: Service[] = []
  const connections: Connection[] = []
  const box = (id: string, x: number, y: number) =>
    services.push({ id, kind: 'service', name: id, position: { x, y } })
  PROTOCOLS.forEach((protocol, at) => {
    const { x, y } = { x: (at % 2) * 620, y: Math.floor(at / 2) * 120 }
    box(`a${at}`, x, y)
    box(`b${at}`, x + 380, y)
    connections.push({ id: protocol, from: `a${at}`, to: `b${at}`, protocol, ...WORDS[protocol] })
  })
  const below = Math.ceil(PROTOCOLS.length / 2) * 120 + 40
  box('c', 0, below)
  box('d', 380, below)
  box('e', 620, below)
  box('f', 1_000, below)
  connections.push(
    { id: 'there', from: 'c', to: 'd', protocol: 'rest', operation: 'POST /orders' },
    { id: 'back', from: 'd', to: 'c', protocol: 'rest', operation: 'POST /done' },
    { id: 'self', from: 'e', to: 'e', protocol: 'rest', operation: 'GET /self' },
    { id: 'one', from: 'e', to: 'f', protocol: 'grpc', operation: 'Pay' },
    { id: 'other', from: 'e', to: 'f', protocol: 'broker', event: 'OrderPaid', flavor: 'kafka' },
  )
  const scenario = board(services, connections)
  if (state === 'plain') return drawScenario(scenario, { language, legend: true })
  const lines = new Map(connections.map(({ id }): [string, LineMark] => [id, state]))
  return drawScenario(scenario, { language, marks: marked(new Map(), lines) })
}

const WORDS: Readonly<Record<Connection['protocol'], Partial<Connection>>> = {
  rest: { operation: 'POST /orders' },
  grpc: { operation: 'payments.Payments/Pay' },
  broker: { event: 'OrderCreated', flavor: 'rabbitmq' },
  amqp: { event: 'order.paid', exchange: { name: 'orders', type: 'topic' } },
  websocket: {},
  sql: {},
  tcp: {},
  udp: {},
  smtp: {},
  ftp: {},
  ssh: {},
  dependency: {},
}

const ZONES: readonly (readonly [Zone['kind'], Text])[] = [
  ['boundary', { en: 'Boundary', ru: 'Граница' }],
  ['layer', { en: 'Layer', ru: 'Слой' }],
  ['ring', { en: 'Ring', ru: 'Кольцо' }],
  ['monolith', { en: 'Monolith', ru: 'Монолит' }],
]

const LOCKED_ZONES: ReadonlySet<Zone['kind']> = new Set(['layer', 'ring'])

export function zonesAndNotes(language: Language): Drawing {
  const zones = ZONES.map(
    ([kind, name], at): Zone => ({
      id: kind,
      kind,
      name,
      position: { x: at * 280, y: 0 },
      size: { width: 240, height: 180 },
      ...(LOCKED_ZONES.has(kind) ? { locked: true } : {}),
    }),
  )
  const services = zones.map(
    ({ id, position }, at): Service => ({
      id: `in-${id}`,
      kind: 'service',
      name: 'Orders',
      zone: id,
      position: { x: position.x + 40, y: 70 + (at % 2) * 8 },
    }),
  )
  const notes = [
    {
      id: 'note',
      text: {
        en: 'A note: what is worth saying about the drawing, in as many lines as it takes.',
        ru: 'Заметка: что стоит сказать о рисунке, во столько строк, сколько нужно.',
      },
      position: { x: 0, y: 220 },
      size: { width: 240, height: 100 },
    },
    {
      id: 'locked',
      text: { en: 'Locked: it stays where it is.', ru: 'На замке: остаётся, где стоит.' },
      position: { x: 280, y: 220 },
      size: { width: 240, height: 100 },
      locked: true,
    },
    ...TINTS.map((color, at) => ({
      id: color,
      text: { en: `Paper: ${color}`, ru: `Бумага: ${color}` },
      position: { x: at * 180, y: 340 },
      size: { width: 160, height: 60 },
      color,
    })),
  ]
  return drawScenario({ ...board(services), zones, notes }, { language })
}
