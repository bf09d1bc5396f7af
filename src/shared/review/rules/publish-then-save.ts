/** The event is out, the row that it speaks of is not saved yet: a crash here makes it a lie. domain.md 4.1. */
import { named } from '../finding'
import { throughOutbox } from '../outbox'
import { dualWritesOf } from '../reading/dual-writes'
import type { Rule } from '../rule'

export const publishThenSave: Rule = {
  id: 'publish-then-save',
  severity: 'danger',
  find: (reading) =>
    reading.handlers.flatMap((handler) => {
      const { beforeSave, saves } = dualWritesOf(reading, handler)
      const [first] = beforeSave
      if (!first) return []
      const fix = throughOutbox(reading, handler)
      const service = handler.service.id
      const events = beforeSave.flatMap(({ action }) =>
        'publish' in action ? [action.publish] : [],
      )
      const rows = saves.flatMap(({ action }) => ('save' in action ? [action.save] : []))
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
                step: { kind: 'event.published', service, message: events[0] ?? '' },
                fault: { kind: 'crash', service },
              },
            ],
            without: { kind: 'row.saved', service },
          },
        },
      ]
    }),
}
