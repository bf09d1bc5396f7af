/**
 * How a view of the run was scrolled while another tab hides it: a hidden panel is not drawn, and forgets.
 * Kept for the run at hand; another scenario starts at the top.
 */
import { useRun } from './run'

export interface ScrollMemory {
  scrollPx: number
  /** The user scrolled the current step out of sight: the view does not follow. */
  lost: boolean
}

const memories = new Map<string, ScrollMemory>()
let program: unknown = null

export function scrollMemory(view: 'steps' | 'sequence'): ScrollMemory {
  const now = useRun.getState().program
  if (now !== program) memories.clear()
  program = now
  const known = memories.get(view) ?? { scrollPx: 0, lost: false }
  memories.set(view, known)
  return known
}
