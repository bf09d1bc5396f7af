/** What may start a handler of a service, going by the lines that end at it. */
import type { Connection } from '../../../shared/scenario/connection'
import { isBrokered } from '../../../shared/scenario/connection'
import type { Trigger } from '../../../shared/scenario/handler'
import { connectionsOf } from '../../../shared/scenario/lookup'
import type { Scenario } from '../../../shared/scenario/scenario'

/** One text for each trigger, so that a list can offer it. */
export function triggerKey(trigger: Trigger): string {
  const [[kind, name] = ['', '']] = Object.entries(trigger)
  return `${kind} ${name}`
}

/** What the sender says that starts the handler: `POST /orders`, `OrderCreated`. */
export function triggerWords(trigger: Trigger, lines: readonly Connection[]): string {
  if ('event' in trigger) return trigger.event
  if ('operation' in trigger) return trigger.operation
  if ('queue' in trigger) return trigger.queue
  const line = lines.find((one) => one.id === trigger.connection)
  return line?.operation ?? line?.event ?? trigger.connection
}

/** Every trigger that an incoming line makes possible, each once, in the order of the lines. */
export function possibleTriggers(scenario: Scenario, serviceId: string): readonly Trigger[] {
  const found = new Map<string, Trigger>()
  const add = (trigger: Trigger) => {
    if (!found.has(triggerKey(trigger))) found.set(triggerKey(trigger), trigger)
  }
  for (const line of connectionsOf(scenario, serviceId).incoming) {
    if (line.protocol === 'dependency') continue
    if (isBrokered(line.protocol) && line.event !== undefined) add({ event: line.event })
    add({ connection: line.id })
    if (line.operation !== undefined) add({ operation: line.operation })
    if (line.queue !== undefined) add({ queue: line.queue })
  }
  return [...found.values()]
}
