/**
 * The inbox is marked before the effect is done: a crash between the two leaves it undone for good. An inbox
 * alone makes local work safe, not an effect outside. domain.md 4.1, "Inbox".
 */
import { commits } from '../../engine/actions/dedupe'
import { named } from '../finding'
import type { Site } from '../reading/parts'
import type { Reading } from '../reading/reading'
import { effectsAfterMark } from '../reading/redelivered'
import { Repair } from '../repair'
import type { Rule } from '../rule'

export const inboxLosesEffect: Rule = {
  id: 'inbox-loses-effect',
  severity: 'danger',
  find: (reading) =>
    effectsAfterMark(reading).map(({ site, effect, delivery }) => {
      const fix = withoutInbox(reading, site)
      return {
        path: site.path,
        things: [site.in.service.id, delivery.line.id],
        values: { service: named(site.in.service.id), event: delivery.event, effect },
        ...(fix && { fix }),
        show: {
          moves: [
            {
              when: 'before',
              step: { kind: 'effect.done', message: effect },
              fault: { kind: 'crash', service: site.in.service.id },
            },
          ],
          without: { kind: 'effect.done', message: effect },
        },
      }
    }),
}

/** Where the inbox guards no commit at all, the provider's key does its work and more. */
function withoutInbox(reading: Reading, { in: place }: Site) {
  const handler = reading.handlers[place.id]
  if (!handler || handler.sites.some(({ action }) => commits(action))) return undefined
  const repair = new Repair(reading)
  for (const one of handler.sites) {
    if ('effect' in one.action) repair.once(one)
    if ('dedupe' in one.action) repair.action(one, () => [])
  }
  return repair.edits()
}
