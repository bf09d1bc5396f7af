/** What the actions of a service may speak of: its lines, the events it can publish, its usual words. */
import { type Connection, isBrokered, isSynchronous } from '../../../shared/scenario/connection'
import { connectionsOf } from '../../../shared/scenario/lookup'
import { roleTraits } from '../../../shared/scenario/role'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'

export interface ActionScope {
  readonly scenario: Scenario
  /** Lines that can be called, and lines that frames can be pushed on (either way). */
  readonly calls: readonly Connection[]
  readonly pushes: readonly Connection[]
  readonly events: readonly string[]
  /** What its first `save` and `effect` most likely say. */
  readonly entity: string
  readonly status: string
  readonly effect: string
}

export function actionScope(scenario: Scenario, service: Service): ActionScope {
  const { incoming, outgoing } = connectionsOf(scenario, service.id)
  const traits = roleTraits(service)
  const events = outgoing.flatMap((line) =>
    isBrokered(line.protocol) && line.event !== undefined ? [line.event] : [],
  )
  return {
    scenario,
    calls: outgoing.filter((line) => isSynchronous(line.protocol)),
    pushes: [...outgoing, ...incoming].filter((line) => line.protocol === 'websocket'),
    events: [...new Set(events)],
    entity: traits?.entity ?? 'order',
    status: traits?.status ?? 'new',
    effect: traits?.effects[0] ?? 'notify',
  }
}
