/**
 * A stage that takes silence for a no. After a timeout it may have been done; the saga undoes only what it
 * knows of. domain.md 4.1, "Unknown is not failed".
 */
import { repeatSafely } from '../call-repair'
import { named } from '../finding'
import type { CallRead } from '../reading/calls'
import { callAt } from '../reading/flow'
import type { Reading } from '../reading/reading'
import { changesAnything } from '../reading/repeats'
import { sagasOf, sitesIn } from '../reading/sagas'
import { Repair } from '../repair'
import type { Rule } from '../rule'

const TELLING = 'notify'
const RETRIES = 3

export const sagaGivesUp: Rule = {
  id: 'saga-gives-up',
  severity: 'danger',
  find: (reading) =>
    sagasOf(reading).flatMap(({ handler, stages }) =>
      stages.flatMap((stage, index) =>
        sitesIn(stage.forward).flatMap((site) => {
          const call = callAt(reading, site)
          if (!call || call.retries > 0 || !matters(reading, call)) return []
          if ('onFailure' in site.action && site.action.onFailure === 'continue') return []
          return [
            {
              path: site.path,
              things: [handler.service.id, call.line.id, call.to.id],
              values: {
                service: named(handler.service.id),
                to: named(call.to.id),
                message: call.message,
                stage: index + 1,
              },
              fix: repeatSafely(new Repair(reading), call, RETRIES).edits(),
              show: {
                moves: [
                  {
                    when: 'before' as const,
                    step: { kind: 'response.received' as const, connection: call.line.id },
                    fault: { kind: 'lose-response' as const, connection: call.line.id },
                  },
                ],
                until: { kind: 'saga.compensating' as const, service: handler.service.id },
              },
            },
          ]
        }),
      ),
    ),
}

/** Whether what may have been done unnoticed is worth undoing. */
function matters(reading: Reading, { kind, message, callee }: CallRead): boolean {
  if (kind === 'effect') return message !== TELLING
  if (!callee) return false
  return changesAnything(reading, callee, ({ action }) => {
    if ('effect' in action) return action.effect !== TELLING
    return 'save' in action
  })
}
