/**
 * The one text of a scenario: 2-space indented JSON, keys in the order of the schemas, a newline at the end.
 * Equal scenarios give the same bytes whatever order their keys were written in.
 */
import { meantOption } from './option'
import { type Scenario, scenarioSchema } from './scenario'
import { shapeOf } from './schema-shape'
import type { z } from './zod'

/** The text of the file. `parseScenario` of it gives an equal scenario. */
export function printScenario(scenario: Scenario): string {
  return `${JSON.stringify(ordered(scenarioSchema, scenario), null, 2)}\n`
}

/** The value with its keys in schema order; keys that are undefined are left out. */
function ordered(schema: z.ZodType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const shape = shapeOf(schema)
  switch (shape.shape) {
    case 'object': {
      const result: Record<string, unknown> = {}
      for (const [name, field] of shape.fields) {
        const inner: unknown = Reflect.get(value, name)
        if (inner !== undefined) result[name] = ordered(field.schema, inner)
      }
      return result
    }
    case 'list':
      return Array.isArray(value) ? value.map((one) => ordered(shape.element, one)) : value
    case 'union': {
      const meant = meantOption(schema, value)
      return meant.meant === 'one' ? ordered(meant.option, value) : value
    }
    // The user's own keys stay in the order in which the user wrote them.
    default:
      return value
  }
}
