/** A layer that mostly hands through: more than a fifth of what it does is asking the next one. domain.md 5.2, LAY-6. */
import type { Handler } from '../../scenario/handler'
import { named } from '../finding'
import { architectureOf } from '../reading/architecture'
import type { Rule } from '../rule'

/** Richards' rule of thumb: four fifths of the requests should meet some logic on their way. */
const HANDED_THROUGH_MAX = 0.2
/** Fewer say nothing about a layer. */
const HANDLERS_MIN = 2

export const sinkhole: Rule = {
  id: 'sinkhole',
  severity: 'hint',
  find: ({ scenario }) => {
    const { layers, layerOf } = architectureOf(scenario)
    return layers.flatMap((layer, place) => {
      const inside = scenario.services.filter(({ id }) => layerOf(id) === place)
      const handlers = inside.flatMap((service) => service.handlers ?? [])
      const passing = handlers.filter(handsThrough)
      if (handlers.length < HANDLERS_MIN) return []
      if (passing.length / handlers.length <= HANDED_THROUGH_MAX) return []
      const [first] = inside.filter((service) => service.handlers?.some(handsThrough))
      return [
        {
          path: `services[${scenario.services.findIndex(({ id }) => id === first?.id)}]`,
          things: inside.map(({ id }) => id),
          values: {
            layer: named(layer.id),
            passing: passing.length,
            count: handlers.length,
          },
        },
      ]
    })
  },
}

const handsThrough = ({ do: actions }: Handler) =>
  actions.some((action) => 'call' in action) &&
  actions.every((action) => 'call' in action || 'reply' in action)
