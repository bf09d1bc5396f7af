/** How each promise of the scenario stands at a position of the run. Pure. */
import type { Moment } from '../../shared/engine/moment'
import type { Step } from '../../shared/engine/step'
import type { Invariant } from '../../shared/scenario/scenario'

/** `breaks-later`: it holds now, and the run shown breaks it after this position. */
export type PromiseStatus = 'holds' | 'violated' | 'breaks-later' | 'undecided'

export interface PromiseRow {
  readonly invariant: Invariant
  readonly when: 'always' | 'finally'
  readonly expression: string
  readonly status: PromiseStatus
  /** Each time it broke, or will: one an order. */
  readonly breaks: readonly PromiseBreak[]
}

export interface PromiseBreak {
  readonly seq: number
  readonly order?: string | undefined
  /** What the names in the expression were: `{ 'effects.charge': 2 }`. */
  readonly values: Readonly<Record<string, string | number>>
}

export function promiseRows(
  invariants: readonly Invariant[],
  steps: readonly Step[],
  position: number,
  moment: Moment | null,
): readonly PromiseRow[] {
  return invariants.map((invariant) => {
    const always = 'always' in invariant
    const broken = steps.filter(
      (step) => step.kind === 'invariant.violated' && step.invariant === invariant.id,
    )
    return {
      invariant,
      when: always ? 'always' : 'finally',
      expression: always ? invariant.always : invariant.finally,
      status: statusAt(invariant, broken, position, moment),
      breaks: broken.map((step) => ({
        seq: step.seq,
        order: step.order ?? step.key,
        values: step.detail ?? {},
      })),
    }
  })
}

function statusAt(
  invariant: Invariant,
  broken: readonly Step[],
  position: number,
  moment: Moment | null,
): PromiseStatus {
  const known = moment?.invariants.filter((candidate) => candidate.id === invariant.id) ?? []
  const first = broken[0]
  if (first && first.seq <= position) return 'violated'
  if (known.some((candidate) => candidate.status === 'violated')) return 'violated'
  if (first) return 'breaks-later'
  if (known.length === 0 || known.some((candidate) => candidate.status === 'undecided'))
    return 'undecided'
  return 'holds'
}
