/**
 * What the step list remembers while another tab hides it: a hidden panel is not drawn, and forgets. Kept
 * for the run at hand; another scenario starts at the top, unfiltered.
 */
import { useRun } from '../state/run'
import { NO_FILTER, type StepFilter } from './step-filter'

let program: unknown = null
let scrollPx = 0
let filter: StepFilter = NO_FILTER

function belongToRun(): void {
  const now = useRun.getState().program
  if (now === program) return
  program = now
  scrollPx = 0
  filter = NO_FILTER
}

export function keptScroll(): number {
  belongToRun()
  return scrollPx
}

export function keepScroll(px: number): void {
  belongToRun()
  scrollPx = px
}

export function keptFilter(): StepFilter {
  belongToRun()
  return filter
}

export function keepFilter(next: StepFilter): void {
  belongToRun()
  filter = next
}
