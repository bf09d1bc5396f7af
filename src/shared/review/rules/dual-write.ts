/** The row is saved, the event about it is not yet out: a crash here loses the event. domain.md 5.4, MS-6. */
import { named } from '../finding'
import { throughOutbox } from '../outbox'
import { dualWritesOf } from '../reading/dual-writes'
import type { Rule } from '../rule'

export const dualWrite: Rule = {
  id: 'dual-write',
  severity: 'danger',
  find: (reading) =>
    reading.handlers.flatMap((handler) => {
      const { afterSave, saves } = dualWritesOf(reading, handler)
      const [first] = afterSave
      if (!first) return []
      const fix = throughOutbox(reading, handler)
      const service = handler.service.id
      const events = afterSave.flatMap(({ action }) =>
        'publish' in action ? [action.publish] : [],
      )
      const rows = saves.flatMap(({ action }) => ('save' in action ? [action.save] : []))
      const message = events[0] ?? ''
      return [
        {
          path: first.path,
          things: [service],
          values: {
            service: named(service),
            entity: rows[0] ?? '',
            events: [...new Set(events)].join(', '),
          },
          ...(fix && { fix }),
          show: {
            moves: [
              {
                when: 'after',
                step: { kind: 'row.saved', service },
                fault: { kind: 'crash', service },
              },
            ],
            without: { kind: 'event.published', service, message },
          },
        },
      ]
    }),
}
