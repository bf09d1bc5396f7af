/** A service that nothing ever comes to: whatever it would do, it never does. domain.md 5.4, MS-10. */
import { PROTOCOL_RULES } from '../../engine/protocols/table'
import { connectionsOf } from '../../scenario/lookup'
import { named } from '../finding'
import type { Rule } from '../rule'

const RUNNING: ReadonlySet<string> = new Set(['service', 'orchestrator', 'gateway', 'broker'])

export const noWayIn: Rule = {
  id: 'no-way-in',
  severity: 'hint',
  find: ({ scenario, stimuli }) => {
    const started = new Set(stimuli.map(({ connection }) => connection))
    return scenario.services.flatMap(({ id, kind }, index) => {
      if (!RUNNING.has(kind)) return []
      const { incoming, outgoing } = connectionsOf(scenario, id)
      const running = [...incoming, ...outgoing].filter(
        ({ protocol }) => PROTOCOL_RULES[protocol].use !== 'none',
      )
      // Frames come both ways; a stimulus makes the service itself begin. A part that others know, or that
      // implements what they know, is called in process, where no line shows it.
      const isPart = running.length < incoming.length + outgoing.length
      const hasWayIn =
        isPart ||
        running.some(
          (line) => line.to === id || line.protocol === 'websocket' || started.has(line.id),
        )
      if (running.length === 0 || hasWayIn) return []
      return [{ path: `services[${index}]`, things: [id], values: { service: named(id) } }]
    })
  },
}
