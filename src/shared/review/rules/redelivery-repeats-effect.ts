/** At least once means sometimes twice: the consumer's effect happens again. domain.md 5.4, MS-7. */
import { named } from '../finding'
import { redeliveredEffects } from '../reading/redelivered'
import { Repair } from '../repair'
import type { Rule } from '../rule'

export const redeliveryRepeatsEffect: Rule = {
  id: 'redelivery-repeats-effect',
  severity: 'danger',
  find: (reading) =>
    redeliveredEffects(reading).map(({ site, effect, delivery }) => ({
      path: site.path,
      things: [...new Set([site.in.service.id, delivery.to.id, delivery.line.id])],
      values: {
        service: named(site.in.service.id),
        consumer: named(delivery.to.id),
        event: delivery.event,
        effect,
      },
      fix: new Repair(reading).once(site).edits(),
      show: {
        moves: [
          {
            when: 'after',
            step: { kind: 'effect.done', message: effect },
            fault: { kind: 'crash', service: delivery.to.id },
          },
        ],
        until: { kind: 'effect.done', message: effect },
      },
    })),
}
