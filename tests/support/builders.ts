/** Scenarios that read like the picture: `scenario().rest('client -> orders').broker('orders -> charging')`. */
import type { Action } from '../../src/shared/scenario/action'
import type { Connection, Protocol } from '../../src/shared/scenario/connection'
import type { Handler, Trigger } from '../../src/shared/scenario/handler'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import type {
  Fault,
  Invariant,
  Note,
  Scenario,
  Stimulus,
  Zone,
} from '../../src/shared/scenario/scenario'
import {
  SERVICE_KINDS,
  SERVICE_ROLES,
  type Service,
  type ServiceKind,
} from '../../src/shared/scenario/service'
import type { Text } from '../../src/shared/scenario/text'

type ServiceFields = Partial<Omit<Service, 'id'>>
type LineFields = Partial<Omit<Connection, 'from' | 'to' | 'protocol'>>
type HandlerFields = Omit<Handler, 'on' | 'do'>

/** Every method gives the builder back; what comes later in the picture comes later in the file. */
export interface ScenarioBuilder {
  client(id: string, fields?: ServiceFields): ScenarioBuilder
  service(id: string, fields?: ServiceFields): ScenarioBuilder
  orchestrator(id: string, fields?: ServiceFields): ScenarioBuilder
  gateway(id: string, fields?: ServiceFields): ScenarioBuilder
  database(id: string, fields?: ServiceFields): ScenarioBuilder
  brokerBox(id: string, fields?: ServiceFields): ScenarioBuilder
  cache(id: string, fields?: ServiceFields): ScenarioBuilder
  external(id: string, fields?: ServiceFields): ScenarioBuilder
  /** `'orders -> charging'`; the line's id is `orders-charging` unless the fields say otherwise. */
  rest(arrow: string, fields?: LineFields): ScenarioBuilder
  grpc(arrow: string, fields?: LineFields): ScenarioBuilder
  broker(arrow: string, fields?: LineFields): ScenarioBuilder
  amqp(arrow: string, fields?: LineFields): ScenarioBuilder
  websocket(arrow: string, fields?: LineFields): ScenarioBuilder
  sql(arrow: string, fields?: LineFields): ScenarioBuilder
  line(protocol: Protocol, arrow: string, fields?: LineFields): ScenarioBuilder
  /** What a service does when `on` happens; a text is the id of a connection. */
  handler(
    service: string,
    on: Trigger | string,
    actions: readonly Action[],
    fields?: HandlerFields,
  ): ScenarioBuilder
  zone(zone: Zone): ScenarioBuilder
  note(note: Note): ScenarioBuilder
  stimulus(connection: string, key?: string, fields?: Partial<Stimulus>): ScenarioBuilder
  always(id: string, expression: string): ScenarioBuilder
  finally(id: string, expression: string): ScenarioBuilder
  fault(fault: Fault): ScenarioBuilder
  /** The scenario, which has been through the parser: a mistake in a test says what it is. */
  build(): Scenario
}

/** Services that only a line names are made with it: their kind and role follow from their ids. */
export function scenario(title: Text = 'A scenario'): ScenarioBuilder {
  const services: Service[] = []
  const connections: Connection[] = []
  const zones: Zone[] = []
  const notes: Note[] = []
  const stimuli: Stimulus[] = []
  const faults: Fault[] = []
  const invariants: Invariant[] = []

  const add =
    (kind: ServiceKind) =>
    (id: string, fields: ServiceFields = {}) => {
      const role = SERVICE_ROLES.find((one) => one === id)
      services.push({
        id,
        kind,
        name: id,
        ...(role && kind === (role === 'orchestrator' ? role : 'service') ? { role } : {}),
        position: { x: (services.length % 4) * 320, y: Math.floor(services.length / 4) * 200 },
        ...fields,
      })
      return builder
    }

  const line = (protocol: Protocol, arrow: string, fields: LineFields = {}) => {
    const [from, to, ...rest] = arrow.split('->').map((part) => part.trim())
    if (!from || !to || rest.length > 0) throw new Error(`"${arrow}" is not "from -> to"`)
    for (const id of [from, to]) if (!services.some((one) => one.id === id)) add(kindFrom(id))(id)
    connections.push({ id: `${from}-${to}`, from, to, protocol, ...fields })
    return builder
  }
  const lineOf = (protocol: Protocol) => (arrow: string, fields?: LineFields) =>
    line(protocol, arrow, fields)

  const builder: ScenarioBuilder = {
    client: add('client'),
    service: add('service'),
    orchestrator: add('orchestrator'),
    gateway: add('gateway'),
    database: add('database'),
    brokerBox: add('broker'),
    cache: add('cache'),
    external: add('external'),
    rest: lineOf('rest'),
    grpc: lineOf('grpc'),
    broker: (arrow, fields) =>
      line('broker', arrow, { event: 'OrderCreated', flavor: 'rabbitmq', ...fields }),
    amqp: lineOf('amqp'),
    websocket: lineOf('websocket'),
    sql: lineOf('sql'),
    line,
    handler(service, on, actions, fields = {}) {
      const found = services.find((one) => one.id === service)
      if (!found) throw new Error(`no service "${service}" yet`)
      const trigger = typeof on === 'string' ? { connection: on } : on
      found.handlers = [...(found.handlers ?? []), { on: trigger, ...fields, do: [...actions] }]
      return builder
    },
    zone(zone) {
      zones.push(zone)
      return builder
    },
    note(note) {
      notes.push(note)
      return builder
    },
    stimulus(connection, key = 'o1', fields = {}) {
      stimuli.push({ connection, key, at: 0, ...fields })
      return builder
    },
    always(id, expression) {
      invariants.push({ id, title: id, always: expression })
      return builder
    },
    finally(id, expression) {
      invariants.push({ id, title: id, finally: expression })
      return builder
    },
    fault(fault) {
      faults.push(fault)
      return builder
    },
    build() {
      const parsed = parseScenario(
        printScenario({
          dryrun: 1,
          title,
          services,
          connections,
          ...(zones.length > 0 ? { zones } : {}),
          ...(notes.length > 0 ? { notes } : {}),
          ...(stimuli.length > 0 ? { stimuli } : {}),
          ...(faults.length > 0 ? { faults } : {}),
          ...(invariants.length > 0 ? { invariants } : {}),
        }),
      )
      if (parsed.ok) return parsed.value
      throw new Error(parsed.problems.map((one) => `${one.path}: ${one.message}`).join('\n'))
    },
  }
  return builder
}

function kindFrom(id: string): ServiceKind {
  if (/(Db|Database)$/.test(id)) return 'database'
  return SERVICE_KINDS.find((kind) => id.replace(/\d+$/, '') === kind) ?? 'service'
}
