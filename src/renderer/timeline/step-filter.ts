/** Which steps the list shows. Pure; the sentence of a step is given, since it depends on the language. */
import type { Step } from '../../shared/engine/step'
import { GROUP_OF_KIND, type StepGroup } from './step-groups'

export interface StepFilter {
  readonly text: string
  /** '' for all, as in the other fields. */
  readonly service: string
  readonly key: string
  readonly group: StepGroup | ''
}

export const NO_FILTER: StepFilter = { text: '', service: '', key: '', group: '' }

export function isFiltering(filter: StepFilter): boolean {
  return filter.text.trim() + filter.service + filter.key + filter.group !== ''
}

/** Steps that pass, in their order. A step belongs to a service that it happened at, came from or went to. */
export function filterSteps(
  steps: readonly Step[],
  filter: StepFilter,
  sentenceOf: (step: Step) => string,
): readonly Step[] {
  if (!isFiltering(filter)) return steps
  const wanted = filter.text.trim().toLowerCase()
  return steps.filter(
    (step) =>
      (filter.service === '' || concerns(step, filter.service)) &&
      (filter.key === '' || step.key === filter.key) &&
      (filter.group === '' || GROUP_OF_KIND[step.kind] === filter.group) &&
      (wanted === '' || sentenceOf(step).toLowerCase().includes(wanted)),
  )
}

function concerns(step: Step, service: string): boolean {
  return step.service === service || step.from === service || step.to === service
}

/** The distinct keys of a run, in the order of their first step. */
export function keysOf(steps: readonly Step[]): readonly string[] {
  const keys = new Set<string>()
  for (const step of steps) if (step.key !== undefined) keys.add(step.key)
  return [...keys]
}

/**
 * The place in `shown` of the latest step that has happened at `position`, or -1: the row that is "now",
 * or the last one before it where the filter hides that.
 */
export function currentRow(shown: readonly Step[], position: number): number {
  let low = 0
  let high = shown.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((shown[middle]?.seq ?? 0) <= position) low = middle + 1
    else high = middle
  }
  return low - 1
}
