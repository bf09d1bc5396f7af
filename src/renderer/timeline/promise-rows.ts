/** How each promise of the scenario stands at a position of the run. Pure. */
import type { Moment } from '../../shared/engine/moment'
import type { InvariantProgram } from '../../shared/engine/program'
import type { Step } from '../../shared/engine/step'
import type { Invariant } from '../../shared/scenario/scenario'

/** `breaks-later`: it holds now, and the run shown breaks it after this position. */
export type PromiseStatus = 'holds' | 'violated' | 'breaks-later' | 'undecided'

export interface PromiseRow {
  readonly invariant: Invariant
  readonly when: 'always' | 'finally'
  readonly expression: string
  readonly status: PromiseStatus
  /** It was added, or says something else, since the run began: the run knows nothing of it. */
  readonly isNew: boolean
  /** Each time it broke, or will: one an order. */
  readonly breaks: readonly PromiseBreak[]
}

export interface PromiseBreak {
  readonly seq: number
  readonly order?: string | undefined
  /** What the names in the expression were: `{ 'effects.charge': 2 }`. */
  readonly values: Readonly<Record<string, string | number>>
}

/** A promise as it was when the run began. */
export type RanPromise = Pick<InvariantProgram, 'id' | 'when'> & {
  readonly condition: { readonly source: string }
}

export function promiseRows(
  invariants: readonly Invariant[],
  steps: readonly Step[],
  position: number,
  moment: Moment | null,
  ran: readonly RanPromise[],
): readonly PromiseRow[] {
  return invariants.map((invariant) => {
    const always = 'always' in invariant
    const when = always ? 'always' : 'finally'
    const expression = always ? invariant.always : invariant.finally
    const isNew = !ran.some(
      (one) => one.id === invariant.id && one.when === when && one.condition.source === expression,
    )
    if (isNew) return { invariant, when, expression, status: 'undecided', breaks: [], isNew }
    const broken = steps.filter(
      (step) => step.kind === 'invariant.violated' && step.invariant === invariant.id,
    )
    return {
      invariant,
      when,
      expression,
      isNew,
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
