/** How far the sequence must be scrolled sideways to show a step. Pure; lengths in the drawing's units. */
import type { ServiceId } from '../../shared/base/ids'
import type { Step } from '../../shared/engine/step'

interface Column {
  readonly service: ServiceId
  readonly x: number
}

export interface Stretch {
  readonly from: number
  readonly to: number
}

/** Half a column's name on either side, and the words that stand to the right of a lifeline. */
const BEFORE = 40
const AFTER = 110

/** What of the width a step needs; `undefined` where it is in no column. */
export function stretchOf(step: Step, columns: readonly Column[]): Stretch | undefined {
  const concerned = new Set([step.service, step.from, step.to])
  const xs = columns.filter((column) => concerned.has(column.service)).map(({ x }) => x)
  if (xs.length === 0) return undefined
  return { from: Math.max(0, Math.min(...xs) - BEFORE), to: Math.max(...xs) + AFTER }
}

/** No further than needed; where the whole does not fit, its left end. */
export function scrolledTo(at: number, width: number, { from, to }: Stretch): number {
  if (to > at + width) return Math.min(from, to - width)
  return Math.min(at, from)
}
