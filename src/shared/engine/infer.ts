/**
 * Handlers that follow from the drawing where a service has none: one for each line that comes in, doing
 * what the lines that go out say, in their drawn order. semantics.md, "A drawing without handlers".
 */
import type { ServiceId } from '../base/ids'
import type { Action } from '../scenario/action'
import type { Connection } from '../scenario/connection'
import type { Handler } from '../scenario/handler'
import { connectionsOf, serviceById } from '../scenario/lookup'
import type { Scenario } from '../scenario/scenario'
import type { Service, ServiceRole } from '../scenario/service'
import { PROTOCOL_RULES } from './protocols/table'

/** What a service of the palette does to the world and what it stores, where nothing else is said. */
const ROLES: Readonly<Record<ServiceRole, RoleRules>> = {
  users: { entity: 'user', as: 'saved' },
  orders: { entity: 'order', as: 'new', creates: true },
  notifications: { entity: 'notification', as: 'sent', effect: 'notify' },
  charging: { entity: 'charge', as: 'charged', effect: 'charge' },
  payment: { entity: 'payment', as: 'paid' },
  orchestrator: { entity: 'saga', as: 'started' },
}

interface RoleRules {
  readonly entity: string
  readonly as: string
  readonly effect?: string
  readonly creates?: boolean
}

/** The handlers that a service runs: its own, or those that follow from its lines. */
export function handlersOf(scenario: Scenario, service: Service): readonly Handler[] {
  if (service.handlers !== undefined) return service.handlers
  if (service.kind === 'database' || service.kind === 'broker') return []
  return connectionsOf(scenario, service.id)
    .incoming.filter(startsHandler)
    .map((line) => inferredHandler(scenario, service, line))
}

function startsHandler(line: Connection): boolean {
  const { use } = PROTOCOL_RULES[line.protocol]
  return use === 'ask' || use === 'publish' || use === 'push'
}

function inferredHandler(scenario: Scenario, service: Service, line: Connection): Handler {
  const role = service.role === undefined ? undefined : ROLES[service.role]
  const isAsked = PROTOCOL_RULES[line.protocol].use === 'ask'
  const actions: Action[] = []
  if (role?.effect !== undefined) actions.push({ effect: role.effect })
  actions.push(...actionsOfLines(scenario, service, role))
  if (isAsked) actions.push({ reply: replyTo(line) })
  return {
    on: { connection: line.id },
    ...(role?.creates === true && isAsked && { creates: 'order' as const }),
    do: actions,
  }
}

/** The outgoing lines as actions, each event published once however many lines carry it. */
function actionsOfLines(
  scenario: Scenario,
  service: Service,
  role: RoleRules | undefined,
): readonly Action[] {
  const lines = outgoingLines(scenario, service.id)
  const stores = lines.filter(({ protocol }) => PROTOCOL_RULES[protocol].use === 'store')
  const events = new Set<string>()
  const actions: Action[] = []
  for (const line of lines) {
    const { use } = PROTOCOL_RULES[line.protocol]
    const event = eventOf(line)
    if (use === 'store') {
      const entity = line === stores[0] ? (role?.entity ?? service.id) : line.to
      actions.push({ save: entity, as: role?.as ?? 'saved' })
    } else if (use === 'push') actions.push({ push: line.id })
    else if (use === 'ask' && isInferredCall(scenario, line, role)) actions.push({ call: line.id })
    else if (use === 'publish' && !events.has(event)) {
      events.add(event)
      actions.push({ publish: event })
    }
  }
  return actions
}

/** An effect is the call to the provider; protocol studies are drawn and asked by nobody unasked. */
function isInferredCall(
  scenario: Scenario,
  line: Connection,
  role: RoleRules | undefined,
): boolean {
  if (line.protocol !== 'rest' && line.protocol !== 'grpc') return false
  const callee = serviceById(scenario).get(line.to)
  return !(callee?.kind === 'external' && role?.effect !== undefined)
}

/** Lines that leave a service, in drawn order: the small number on the line, then the file's order. */
export function outgoingLines(scenario: Scenario, service: ServiceId): readonly Connection[] {
  return connectionsOf(scenario, service).outgoing
}

/** What is published on a brokered line that names no event. */
export function eventOf(line: Connection): string {
  return line.event ?? line.routingKey ?? line.id
}

function replyTo(line: Connection): number {
  const { statuses } = PROTOCOL_RULES[line.protocol]
  return line.operation?.startsWith('POST ') === true ? statuses.created : statuses.ok
}
