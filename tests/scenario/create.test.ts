import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PROTOCOLS } from '../../src/shared/scenario/connection'
import { newScenario, newService } from '../../src/shared/scenario/create'
import { applyEdit } from '../../src/shared/scenario/edits'
import { fragmentOf, isEmptyFragment, pasted } from '../../src/shared/scenario/fragment'
import { connectionsOf, serviceById, takenIds } from '../../src/shared/scenario/lookup'
import { newConnection } from '../../src/shared/scenario/new-connection'
import { isServiceItem, PALETTE } from '../../src/shared/scenario/palette'
import { parseScenario } from '../../src/shared/scenario/parse'
import { idSchema } from '../../src/shared/scenario/place'
import { printScenario } from '../../src/shared/scenario/print'
import { readableId } from '../../src/shared/scenario/readable-id'
import { ROLE_TRAITS } from '../../src/shared/scenario/role'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenarios, words } from '../support/arbitraries'
import { scenario } from '../support/builders'

const origin = { x: 0, y: 0 }
const none: ReadonlySet<string> = new Set()

describe('ids', () => {
  test.each([
    ['Orders DB', 'ordersDb'],
    ['Orders', 'orders'],
    ['Заказы', 'zakazy'],
    ['Платёжный шлюз', 'platyozhnyyShlyuz'],
    ['café', 'cafe'],
    ['2nd service', 'service2ndService'],
    ['订单', 'service'],
    ['', 'service'],
    ['SMTP relay', 'smtpRelay'],
  ])('%s becomes %s', (name, id) => {
    expect(readableId(name, 'service', none)).toBe(id)
  })

  test('a taken id gets a number', () => {
    expect(readableId('Orders', 'service', new Set(['orders']))).toBe('orders2')
    expect(readableId('Orders', 'service', new Set(['orders', 'orders2']))).toBe('orders3')
    expect(readableId('Step 2', 'service', new Set(['step2']))).toBe('step2-2')
  })

  test('every name gives an id that the file allows and nobody has', () => {
    fc.assert(
      fc.property(words, fc.array(words), (name, others) => {
        const taken = new Set<string>()
        for (const other of [...others, name]) {
          const id = readableId(other, 'service', taken)
          expect(idSchema.safeParse(id).success, id).toBe(true)
          expect(taken.has(id)).toBe(false)
          taken.add(id)
        }
      }),
    )
  })
})

test("a service of a role has the role's id and kind", () => {
  const name = ROLE_TRAITS.orchestrator.name
  expect(newService('orchestrator', { x: 20, y: 40 }, none, name)).toEqual({
    id: 'orchestrator',
    kind: 'orchestrator',
    name: { en: 'Orchestrator', ru: 'Оркестратор' },
    role: 'orchestrator',
    position: { x: 20, y: 40 },
  })
  expect(newService('database', origin, none, 'Orders DB')).toEqual({
    id: 'ordersDb',
    kind: 'database',
    name: 'Orders DB',
    position: origin,
  })
})

test('palette ids are unique and the documents’ five services and the orchestrator come first', () => {
  expect(new Set(PALETTE.map((item) => item.id)).size).toBe(PALETTE.length)
  expect(PALETTE.filter((item) => item.group === 'services').map((item) => item.id)).toEqual([
    'users',
    'orders',
    'notifications',
    'charging',
    'payment',
    'orchestrator',
  ])
})

describe('a new line', () => {
  const board = () => {
    let made: Scenario = newScenario()
    for (const item of PALETTE.filter(isServiceItem)) {
      const service = newService(item.role ?? item.kind, origin, takenIds(made), item.name)
      made = applyEdit(made, { edit: 'addService', service })
    }
    return made
  }
  const line = (from: string, to: string, on = board()) => {
    const services = serviceById(on)
    const [a, b] = [services.get(from), services.get(to)]
    if (!a || !b) throw new Error(`no ${from} or ${to} among ${[...services.keys()].join()}`)
    return newConnection(a, b, undefined, on)
  }

  test.each([
    [
      'client',
      'orders',
      { id: 'client-orders', protocol: 'rest', operation: 'POST /orders', timeout: 3_000 },
    ],
    ['client', 'users', { protocol: 'rest', operation: 'GET /users' }],
    ['orders', 'database', { protocol: 'sql' }],
    ['orders', 'charging', { protocol: 'broker', event: 'OrderCreated', flavor: 'rabbitmq' }],
    ['orders', 'notifications', { protocol: 'broker', event: 'OrderCreated' }],
    ['orders', 'payment', { protocol: 'rest', operation: 'POST /payments' }],
    ['payment', 'charging', { protocol: 'rest', operation: 'POST /charges' }],
    ['orchestrator', 'notifications', { protocol: 'rest', operation: 'POST /notifications' }],
    ['orders', 'kafka', { protocol: 'broker', flavor: 'kafka', event: 'OrderCreated' }],
    ['orders', 'cache', { protocol: 'tcp' }],
    ['charging', 'cardProcessor', { protocol: 'rest', operation: 'POST /card-processor' }],
  ])('from %s to %s', (from, to, expected) => {
    expect(line(from, to)).toMatchObject(expected)
  })

  test('a second line from a publisher fans out the event it already announces', () => {
    const start = board()
    const first = { ...line('orders', 'notifications', start), event: 'OrderPlaced' }
    const next = applyEdit(start, { edit: 'addConnection', connection: first })
    expect(line('orders', 'charging', next)).toMatchObject({ event: 'OrderPlaced' })
    expect(line('orders', 'notifications', next).id).toBe('orders-notifications2')
  })

  test('the event goes on through a broker box', () => {
    const start = board()
    const next = applyEdit(start, {
      edit: 'addConnection',
      connection: line('orders', 'rabbitmq', start),
    })
    expect(line('rabbitmq', 'charging', next)).toMatchObject({
      protocol: 'broker',
      event: 'OrderCreated',
    })
  })

  test('between any two services and in any protocol leads to a scenario that parses', () => {
    const start = board()
    const service = fc.constantFrom(...start.services)
    const protocol = fc.option(fc.constantFrom(...PROTOCOLS), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(service, service, protocol), { maxLength: 5 }), (lines) => {
        const end = lines.reduce<Scenario>((made, [from, to, spoken]) => {
          const connection = newConnection(from, to, spoken, made)
          return applyEdit(made, { edit: 'addConnection', connection })
        }, start)
        expect(parseScenario(printScenario(end))).toEqual({ ok: true, value: end, warnings: [] })
      }),
    )
  })
})

describe('copy and paste', () => {
  const board = () =>
    scenario()
      .client('client')
      .service('orders', { zone: 'inside' })
      .rest('client -> orders', { id: 'place' })
      .rest('orders -> payment', { waypoints: [{ x: 10, y: 10 }] })
      .handler('orders', 'place', [{ call: 'orders-payment' }, { reply: 201 }])
      .handler('payment', 'orders-payment', [{ reply: 200 }])
      .zone({
        id: 'inside',
        name: 'I',
        kind: 'boundary',
        position: origin,
        size: { width: 99, height: 99 },
      })
      .build()

  test('copies get fresh ids, inner lines follow, lines outwards and what used them do not', () => {
    const start = board()
    const copy = pasted(fragmentOf(start, ['orders', 'payment']), start, {
      offset: { x: 20, y: 40 },
    })
    expect(copy.services.map((one) => one.id)).toEqual(['orders2', 'payment2'])
    expect(copy.connections).toMatchObject([
      { id: 'orders2-payment2', from: 'orders2', to: 'payment2', waypoints: [{ x: 30, y: 50 }] },
    ])
    expect(copy.services[0]).not.toHaveProperty('handlers')
    expect(copy.services[1]?.handlers).toEqual([
      { on: { connection: 'orders2-payment2' }, do: [{ reply: 200 }] },
    ])
    expect(copy.services[0]?.zone).toBe('inside')
  })

  test('pasted at a point, its top left corner stands there', () => {
    const start = board()
    const copy = pasted(fragmentOf(start, ['orders', 'payment']), start, { at: { x: 7, y: 8 } })
    expect(Math.min(...copy.services.map((one) => one.position.x))).toBe(7)
    expect(Math.min(...copy.services.map((one) => one.position.y))).toBe(8)
  })

  test('into another board it comes without the zone that is not there', () => {
    const copy = pasted(fragmentOf(board(), ['orders']), newScenario(), { offset: origin })
    expect(copy.services[0]?.id).toBe('orders')
    expect(copy.services[0]).not.toHaveProperty('zone')
  })

  test('a copy of a copy numbers on', () => {
    const start = board()
    const once = applyEdit(start, {
      edit: 'insert',
      ...pasted(fragmentOf(start, ['orders']), start, { offset: origin }),
    })
    const twice = pasted(fragmentOf(once, ['orders2']), once, { offset: origin })
    expect(twice.services[0]?.id).toBe('orders3')
  })

  test('any part of any scenario pastes into a scenario that parses', () => {
    const parts = scenarios().chain((from) =>
      fc.record({
        from: fc.constant(from),
        ids: fc.subarray([...takenIds(from)]),
        into: scenarios(),
        same: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(parts, ({ from, ids, into, same }) => {
        const target = same ? from : into
        const end = applyEdit(target, {
          edit: 'insert',
          ...pasted(fragmentOf(from, ids), target, { offset: origin }),
        })
        expect(parseScenario(printScenario(end))).toMatchObject({ ok: true, value: end })
      }),
    )
  })

  test('a fragment from a clipboard may be broken: ids twice, lines in the air', () => {
    const { services, connections } = board()
    const broken = {
      services: [...services.slice(1), ...services],
      connections: [...connections, ...connections],
      zones: [],
      notes: [],
    }
    const onlyLines = { services: [], connections, zones: [], notes: [] }
    for (const fragment of [broken, onlyLines]) {
      const target = newScenario()
      const end = applyEdit(target, { edit: 'insert', ...pasted(fragment, target, { at: origin }) })
      expect(parseScenario(printScenario(end))).toMatchObject({ ok: true, value: end })
    }
  })

  test('only lines make no fragment', () => {
    expect(isEmptyFragment(fragmentOf(board(), ['place']))).toBe(true)
  })
})

test('outgoing lines come in the order in which an inferred handler takes them', () => {
  const board = scenario()
    .rest('a -> b', { id: 'first' })
    .rest('a -> c', { id: 'second', order: 2 })
    .rest('a -> d', { id: 'third', order: 1 })
    .rest('a -> a', { id: 'self' })
    .build()
  const { incoming, outgoing } = connectionsOf(board, 'a')
  expect(outgoing.map((one) => one.id)).toEqual(['third', 'second', 'first', 'self'])
  expect(incoming.map((one) => one.id)).toEqual(['self'])
  expect(connectionsOf(board, 'nobody')).toEqual({ incoming: [], outgoing: [] })
})
