/** The step list's filter while another tab hides the list; another scenario starts unfiltered. */
import { useRun } from '../state/run'
import { NO_FILTER, type StepFilter } from './step-filter'

let program: unknown = null
let filter: StepFilter = NO_FILTER

export function keptFilter(): StepFilter {
  return useRun.getState().program === program ? filter : NO_FILTER
}

export function keepFilter(next: StepFilter): void {
  program = useRun.getState().program
  filter = next
}
