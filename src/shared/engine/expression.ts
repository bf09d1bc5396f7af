/** An expression of the file: parsed, checked for names that mean nothing, its names made known. */
import { type Condition, parseCondition } from './condition'
import type { Names } from './names'
import type { Tables } from './tables'

const INTENT_NAMES = new Set(['orders', 'effects', 'replies', 'unanswered'])

/** undefined with a problem reported where it is no condition. */
export function expressionAt(
  names: Names,
  tables: Tables,
  source: string,
  path: string,
): Condition | undefined {
  const condition = parseCondition(source)
  if (typeof condition === 'string') {
    names.error('engine/bad-expression', path, { reason: condition })
    return undefined
  }
  for (const name of condition.names) {
    const [root, member] = name.split('.')
    if (root !== 'intent' || member === undefined || INTENT_NAMES.has(member)) continue
    names.error('engine/unknown-name', path, { name })
  }
  tables.learn(condition.names)
  return condition
}
