/** A step that can fail for good reasons, taken on an event, and whoever asked never hears. MS-12. */
import { isSynchronous } from '../../scenario/connection'
import { connectionsOf, serviceById } from '../../scenario/lookup'
import { named } from '../finding'
import { callAt } from '../reading/flow'
import { decidedEffects } from '../reading/outcomes'
import type { HandlerRead } from '../reading/parts'
import type { Reading } from '../reading/reading'
import { changesAnything } from '../reading/repeats'
import type { Rule } from '../rule'

export const noWayBack: Rule = {
  id: 'no-way-back',
  severity: 'fragile',
  find: (reading) => {
    const told = new Set<number>()
    return reading.deliveries.flatMap(({ consumer, event, line, publisher }) => {
      if (!consumer || told.has(consumer.id)) return []
      const effect = outcomeOf(reading, consumer)
      if (effect === undefined || answersBack(reading, consumer, publisher.id)) return []
      told.add(consumer.id)
      const service = consumer.service.id
      return [
        {
          path: consumer.path,
          things: [service, line.id, publisher.id],
          values: { service: named(service), asker: named(publisher.id), event, effect },
        },
      ]
    })
  },
}

/** The effect that somebody would want to know the outcome of. */
function outcomeOf(reading: Reading, handler: HandlerRead): string | undefined {
  const decided = decidedEffects(reading)
  let found: string | undefined
  changesAnything(reading, handler, ({ action }) => {
    if ('effect' in action && decided.has(action.effect)) found ??= action.effect
    return found !== undefined
  })
  return found
}

function answersBack(reading: Reading, handler: HandlerRead, asker: string): boolean {
  const { scenario } = reading
  const services = serviceById(scenario)
  // Who can be asked need not tell.
  const canBeAsked = connectionsOf(scenario, handler.service.id).incoming.some(
    ({ from, protocol }) =>
      isSynchronous(protocol) && (from === asker || services.get(from)?.kind === 'client'),
  )
  if (canBeAsked) return true
  return changesAnything(reading, handler, (site) => {
    const { action } = site
    if ('publish' in action || 'push' in action) return true
    return callAt(reading, site)?.to.id === asker
  })
}
