import { describe, expect, test } from 'vitest'
import { parseScenario, parseScenarioBytes } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import { scenario } from '../support/builders'

const base = () =>
  scenario()
    .client('client')
    .service('orders')
    .rest('client -> orders', { id: 'place' })
    .broker('orders -> charging', { id: 'bill' })
    .handler('orders', 'place', [{ save: 'order', as: 'new' }, { reply: 201 }], {
      creates: 'order',
    })
    .stimulus('place')
    .always('once', 'effects.charge <= 1')
    .build()

type Json = Record<string, unknown>

/** Sets the value at a path like `services[0].name`; `undefined` takes it away. */
function withAt(path: string, value: unknown): string {
  const root = JSON.parse(printScenario(base())) as Json
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  const last = keys.pop() ?? ''
  let target: unknown = root
  for (const key of keys) target = Reflect.get(Object(target), key)
  if (value === undefined) Reflect.deleteProperty(Object(target), last)
  else Reflect.set(Object(target), last, value)
  return JSON.stringify(root)
}

const problemsOf = (text: string) => {
  const parsed = parseScenario(text)
  return parsed.ok ? [] : parsed.problems
}
const said = (text: string) => problemsOf(text).map((one) => `${one.path}: ${one.message}`)

const action = (given: unknown) => withAt('services[1].handlers[0].do[0]', given)
const place = 'services[1].handlers[0].do[0]'

describe('one mistake, one sentence that says what to do', () => {
  test.each([
    [
      'a wrong end',
      withAt('connections[1].to', 'chargin'),
      'connections[1].to: no service "chargin"; did you mean "charging"?',
    ],
    [
      'an end that is like nothing',
      withAt('connections[1].to', 'warehouse'),
      'connections[1].to: no service "warehouse". Add it, or name one that is there.',
    ],
    [
      'a mistyped action',
      action({ sav: 'order', as: 'new' }),
      `${place}: unknown action "sav"; did you mean "save"?`,
    ],
    [
      'an unknown action',
      action({ teleport: 'x' }),
      `${place}: unknown action "teleport". Use one of: "save", "effect", "call", "publish", "push", "reply", "fail", "if", "dedupe", "transaction", "saga", "wait".`,
    ],
    [
      'two actions in one',
      action({ effect: 'charge', reply: 200 }),
      `${place}: "effect", "reply" cannot stand together here. Keep one of them, or write them one after another.`,
    ],
    [
      'an action that is a text',
      action('save'),
      `${place}: expected an action, such as { "save": "order", "as": "new" }; found "save".`,
    ],
    ['half an action', action({ save: 'order' }), `${place}.as: "as" is missing. Add it.`],
    [
      'a field too many in an action',
      action({ effect: 'charge', onec: true }),
      `${place}.onec: there is no field "onec" here; did you mean "once"?`,
    ],
    [
      'a mistake deep inside',
      // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
      action({ if: 'true', then: [{ saga: [{ do: { cal: 'x' } }] }] }),
      `${place}.then[0].saga[0].do: unknown action "cal"; did you mean "call"?`,
    ],
    [
      'a call over no line',
      action({ call: 'plaec' }),
      `${place}.call: no connection "plaec"; did you mean "place"?`,
    ],
    [
      'a handler on no line',
      withAt('services[1].handlers[0].on', { connection: 'nowhere' }),
      'services[1].handlers[0].on.connection: no connection "nowhere". Add it, or name one that is there.',
    ],
    [
      'a handler on nothing',
      withAt('services[1].handlers[0].on', {}),
      'services[1].handlers[0].on: one of these is needed here: "connection", "event", "operation", "queue". Add one.',
    ],
    [
      'a handler on a mistyped thing',
      withAt('services[1].handlers[0].on', { conection: 'place' }),
      'services[1].handlers[0].on: there is no "conection" here; did you mean "connection"? One of these is needed: "connection", "event", "operation", "queue".',
    ],
    [
      'a stimulus on no line',
      withAt('stimuli[0].connection', 'plac'),
      'stimuli[0].connection: no connection "plac"; did you mean "place"?',
    ],
    [
      'a poison for nobody',
      withAt('stimuli[0].poison', 'chrging'),
      'stimuli[0].poison: no service "chrging"; did you mean "charging"?',
    ],
    [
      'a fault at nobody',
      withAt('faults', [{ kind: 'crash', at: { service: 'order' } }]),
      'faults[0].at.service: no service "order"; did you mean "orders"?',
    ],
    [
      'a zone that is not there',
      withAt('services[0].zone', 'inside'),
      'services[0].zone: no zone "inside". Add it, or name one that is there.',
    ],
    [
      'an id twice',
      withAt('connections[1].id', 'place'),
      'connections[1].id: the id "place" is already that of connections[0]. Choose another.',
    ],
    [
      'an id that cannot be one',
      withAt('invariants[0].id', 'a b'),
      'invariants[0].id: "a b" cannot be an id: it takes a letter, then up to 63 letters, digits, "_", "." or "-".',
    ],
    [
      'a mistyped kind',
      withAt('services[0].kind', 'clinet'),
      'services[0].kind: there is no "clinet" here; did you mean "client"? Use one of: client, service, orchestrator, gateway, database, broker, cache, external.',
    ],
    [
      'a missing field',
      withAt('services[0].name', undefined),
      'services[0].name: "name" is missing. Add it.',
    ],
    [
      'a mistyped field',
      withAt('connections[0].tiemout', 100),
      'connections[0].tiemout: there is no field "tiemout" here; did you mean "timeout"?',
    ],
    [
      'a number as a name',
      withAt('services[0].name', 5),
      'services[0].name: expected a text, or one for each language as { "en": ..., "ru": ... }; found 5.',
    ],
    [
      'a name in one language',
      withAt('services[0].name', { en: 'Client' }),
      'services[0].name.ru: "ru" is missing. Add it.',
    ],
    [
      'a text as a number',
      withAt('services[0].position.x', '1'),
      'services[0].position.x: expected a number, found "1".',
    ],
    [
      'a list where an object belongs',
      withAt('services[0].position', [1, 2]),
      'services[0].position: expected an object in braces, found [...].',
    ],
    [
      'an object where a list belongs',
      withAt('services', {}),
      'services: expected a list in brackets, found {...}.',
    ],
    [
      'nothing at all',
      withAt('services[0].position', null),
      'services[0].position: expected an object in braces, found null.',
    ],
    [
      'a word for yes or no',
      withAt('connections[0].idempotencyKey', 'yes'),
      'connections[0].idempotencyKey: expected true or false, found "yes".',
    ],
    ['a false dedupe', action({ dedupe: false }), `${place}.dedupe: expected true, found false.`],
    [
      'a strange duration',
      withAt('connections[0].latency', '5ms'),
      'connections[0].latency: expected milliseconds, or { "uniform": [from, to] }, { "exponential": mean } or { "lognormal": [median, sigma] }; found "5ms".',
    ],
    [
      'a mistyped distribution',
      withAt('connections[0].latency', { unifrom: [1, 2] }),
      'connections[0].latency: there is no "unifrom" here; did you mean "uniform"? One of these is needed: "uniform", "exponential", "lognormal".',
    ],
    [
      'half a range',
      withAt('connections[0].latency', { uniform: [1] }),
      'connections[0].latency.uniform: expected exactly 2 values, found 1.',
    ],
    [
      'a promise of both kinds',
      withAt('invariants[0].finally', 'true'),
      'invariants[0]: "always", "finally" cannot stand together here. Keep one of them, or write them one after another.',
    ],
    [
      'a negative time',
      withAt('stimuli[0].at', -1),
      'stimuli[0].at: -1 is too small: at least 0 is allowed.',
    ],
    [
      'a number beyond all numbers',
      withAt('stimuli[0].at', 5).replace('"at":5', '"at":1e999'),
      'stimuli[0].at: Infinity is too big: at most 86400000 is allowed.',
    ],
    [
      'half a retry',
      withAt('connections[0].retries', 1.5),
      'connections[0].retries: 1.5 is not a whole number. Round it.',
    ],
    [
      'an empty key',
      withAt('stimuli[0].key', ''),
      'stimuli[0].key: the text is empty. Write something, or remove the field.',
    ],
    [
      'a prototype as an outcome',
      withAt('services[0].outcomes', { a: 'ok' }).replace('{"a":"ok"}', '{"__proto__":"ok"}'),
      'services[0].outcomes.__proto__: "__proto__" cannot be used as a name. Choose another.',
    ],
    [
      'a prototype as a field',
      printScenario(base()).replace(
        '"dryrun": 1,',
        '"dryrun": 1, "__proto__": {"polluted": true},',
      ),
      '__proto__: there is no field "__proto__" here. Remove it.',
    ],
  ])('%s', (_, text, sentence) => {
    expect(said(text)).toEqual([sentence])
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
  })
})

test('every problem is told at once, wrong names beside wrong types', () => {
  const text = JSON.stringify({
    dryrun: 1,
    titel: 'A',
    services: [{ id: 'a', kind: 'client', name: 'A', position: { x: 'left', y: 0 } }, { id: 'a' }],
    connections: [{ id: 'c', from: 'a', to: 'b', protocol: 'http' }],
    stimuli: [{ connection: 'd', key: 'o1', at: 0 }],
  })
  expect(problemsOf(text).map((one) => [one.path, one.code])).toEqual([
    ['titel', 'scenario/unknown-field'],
    ['services[0].position.x', 'scenario/expected-number'],
    ['services[1].kind', 'scenario/missing-field'],
    ['services[1].name', 'scenario/missing-field'],
    ['services[1].position', 'scenario/missing-field'],
    ['connections[0].protocol', 'scenario/unknown-value'],
    ['services[1].id', 'scenario/duplicate-id'],
    ['connections[0].to', 'scenario/unknown-service'],
    ['stimuli[0].connection', 'scenario/unknown-connection'],
  ])
})

test('an event that no line carries is a warning, so that a half renamed scenario still opens', () => {
  const parsed = parseScenario(withAt('services[1].handlers[0].on', { event: 'OrderCreatde' }))
  expect(parsed).toMatchObject({
    ok: true,
    warnings: [
      {
        code: 'scenario/unknown-event',
        severity: 'warning',
        values: { suggestion: 'OrderCreated' },
      },
    ],
  })
})

test('a service and a line of one name are only warned about', () => {
  const text = printScenario(scenario().rest('client -> orders', { id: 'orders' }).build())
  expect(parseScenario(text)).toMatchObject({
    ok: true,
    warnings: [{ code: 'scenario/shared-id', path: 'connections[0].id' }],
  })
})

describe('files that are no scenario', () => {
  test.each([
    ['{"type":"excalidraw","elements":[]}', 'scenario/foreign-file', 'Excalidraw'],
    ['<mxfile host="app"></mxfile>', 'scenario/foreign-file', 'draw.io'],
    ['{"nodes":[],"edges":[]}', 'scenario/foreign-file', 'React Flow, JSON Canvas'],
    ['graph TD\n A-->B', 'scenario/foreign-file', 'Mermaid'],
    ['@startuml\nA -> B\n@enduml', 'scenario/foreign-file', 'PlantUML'],
    ['services:\n  web:\n    image: nginx\n', 'scenario/foreign-file', 'Docker Compose'],
    ['{"openapi":"3.1.0"}', 'scenario/foreign-file', 'OpenAPI'],
    ['[]', 'scenario/not-a-scenario', undefined],
    ['null', 'scenario/not-a-scenario', undefined],
    ['"dryrun"', 'scenario/not-a-scenario', undefined],
    ['{"hello":"world"}', 'scenario/not-a-scenario', undefined],
    ['{"title":"x","services":[],"connections":[]}', 'scenario/no-version', undefined],
    ['', 'scenario/empty', undefined],
    [' \n\t ', 'scenario/empty', undefined],
    ['hello', 'scenario/bad-json', undefined],
  ])('%j', (text, code, format) => {
    expect(problemsOf(text)).toMatchObject([{ code, ...(format ? { values: { format } } : {}) }])
  })

  test('bytes that are no text', () => {
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    expect(parseScenarioBytes(png)).toMatchObject({
      problems: [{ code: 'scenario/foreign-file', values: { format: 'PNG' } }],
    })
    expect(parseScenarioBytes(new Uint8Array([0x7b, 0xff]))).toMatchObject({
      problems: [{ code: 'scenario/not-utf8', values: { offset: 1 } }],
    })
  })
})

test('a byte order mark does no harm', () => {
  const text = printScenario(base())
  expect(parseScenario(`\ufeff${text}`)).toMatchObject({ ok: true })
  expect(parseScenarioBytes(new TextEncoder().encode(`\ufeff${text}`))).toEqual(parseScenario(text))
})

describe('JSON that is not', () => {
  test.each([
    ['{"dryrun": 1,}', 1, 14, '"}"'],
    ['{\n  "dryrun": 01\n}', 2, 14, '"1"'],
    ["{'dryrun': 1}", 1, 2, '"\'"'],
    ['{"dryrun": 1} x', 1, 15, '"x"'],
    ['{"a": "x\ny"}', 1, 9, '"\\n"'],
    ['{"a": "\\q"}', 1, 8, '"\\\\"'],
    ['{"a": [1 2]}', 1, 10, '"2"'],
    ['{"a": 1 // one\n}', 1, 9, '"/"'],
    ['{"a": NaN}', 1, 7, '"N"'],
  ])('%j', (text, line, column, found) => {
    expect(problemsOf(text)).toMatchObject([
      { code: 'scenario/bad-json', values: { line, column, found } },
    ])
  })
})

describe('versions', () => {
  test.each([0, -1, 1.5, '1', null, true])('%j is no version', (version) => {
    expect(problemsOf(withAt('dryrun', version))).toMatchObject([
      { code: 'scenario/bad-version', path: 'dryrun' },
    ])
  })

  test('row 39: a newer file whose parts are all known opens read-only and says so', () => {
    const parsed = parseScenario(withAt('dryrun', 2))
    expect(parsed).toMatchObject({
      ok: true,
      readOnly: true,
      warnings: [{ code: 'scenario/newer-version', values: { version: 2, known: 1 } }],
    })
    expect(parsed.ok && parsed.value).toEqual(base())
  })

  test('what a newer file has that is not known is left out, with what hangs on it', () => {
    const root = JSON.parse(printScenario(base())) as {
      services: Json[]
      connections: Json[]
      [more: string]: unknown
    }
    root.dryrun = 7
    root.weather = 'fine'
    root.services.push({ id: 'fn', kind: 'lambda', name: 'Fn', position: { x: 0, y: 0 } })
    root.connections.push({ id: 'go', from: 'orders', to: 'fn', protocol: 'rest' })
    Object.assign(root.services[1] ?? {}, {
      handlers: [
        {
          on: { connection: 'place' },
          creates: 'order',
          priority: 3,
          do: [{ call: 'go' }, { dream: 1 }, { save: 'order', as: 'new' }, { reply: 201 }],
        },
      ],
    })
    const parsed = parseScenario(JSON.stringify(root))
    expect(parsed).toMatchObject({
      ok: true,
      readOnly: true,
      warnings: [{ code: 'scenario/newer-version' }, { code: 'scenario/newer-left-out' }],
    })
    expect(parsed.ok && parsed.value).toEqual(base())
  })

  test('a newer file that makes no sense is refused with what to do', () => {
    expect(problemsOf('{"dryrun":2,"boards":[]}')).toMatchObject([
      { code: 'scenario/newer-unreadable' },
    ])
  })
})
