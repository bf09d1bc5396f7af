/** The moment that a step is compared with, to see what it changed. */
import type { Moment } from '../../shared/engine/moment'
import { momentAt, useRun } from './run'

/** What of a trace tells which steps happened at once. */
interface Choosing {
  choiceIndexAt(position: number): number
}

/**
 * The last position before the choice that led to `position`: several steps of one choice happen at once,
 * and what they changed is only seen against what was before them all.
 */
export function positionBefore(trace: Choosing, position: number): number {
  const index = trace.choiceIndexAt(position)
  let before = position
  while (before > 0 && trace.choiceIndexAt(before) === index) before -= 1
  return before
}

/** Of the branch shown; null at its start. */
export function momentBefore(position: number): Moment | null {
  const { trace } = useRun.getState()
  return trace && position > 0 ? momentAt(positionBefore(trace, position)) : null
}
