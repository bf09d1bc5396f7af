/** Work asked for by a WebSocket frame: no acknowledgement, no redelivery. domain.md 1.0, WebSocket. */
import { named } from '../finding'
import { changesAnything } from '../reading/repeats'
import type { Rule } from '../rule'

export const pushCarriesWork: Rule = {
  id: 'push-carries-work',
  severity: 'danger',
  find: (reading) => {
    const told = new Set<string>()
    return reading.frames.flatMap(({ receiver, line, from, to, path }) => {
      if (!receiver || to.kind === 'client' || told.has(`${line.id} ${to.id}`)) return []
      if (!changesAnything(reading, receiver, ({ action }) => 'effect' in action)) return []
      told.add(`${line.id} ${to.id}`)
      return [
        {
          path,
          things: [line.id, to.id],
          values: { from: named(from.id), to: named(to.id) },
          show: {
            moves: [
              {
                when: 'before',
                step: { kind: 'frame.received', connection: line.id, service: to.id },
                fault: { kind: 'lose-request', connection: line.id },
              },
            ],
            without: { kind: 'frame.received', connection: line.id, service: to.id },
          },
        },
      ]
    })
  },
}
