/**
 * Where a run has to be broken so that it proves a finding: positions and choices, found by running the
 * scenario as the timeline will. Knows no screen; says nothing where the run does not prove it.
 */
import { type Branches, branchAt, startBranches } from '../../shared/drivers/branches'
import { choicesAt } from '../../shared/engine/choices'
import { compile } from '../../shared/engine/compile'
import { machine } from '../../shared/engine/machine'
import type { Program } from '../../shared/engine/program'
import type { Choice, State } from '../../shared/engine/state'
import type { Step } from '../../shared/engine/step'
import type { Move, Show, StepMatch } from '../../shared/review/finding'
import type { Scenario } from '../../shared/scenario/scenario'

export interface ShowPlan {
  /** One after the other, each on the branch that the one before it made; the first on the plain run. */
  readonly moves: readonly { readonly position: number; readonly choice: Choice }[]
  /** Where it shows; the run stands there in the end. */
  readonly position: number
}

type RunBranches = Branches<State, Choice, Step>

interface Base {
  readonly program: Program
  readonly branches: RunBranches
}

const STEPS_MAX = 2_000
const bases = new WeakMap<Scenario, { readonly base: Base | undefined }>()

/** The plain run of a scenario, made once. Undefined for one that does not compile. */
function baseOf(scenario: Scenario): Base | undefined {
  const known = bases.get(scenario)
  if (known) return known.base
  const compiled = compile(scenario)
  const base = compiled.ok
    ? {
        program: compiled.value,
        branches: startBranches(machine(compiled.value), { stepsMax: STEPS_MAX }),
      }
    : undefined
  bases.set(scenario, { base })
  return base
}

/** Undefined where the run cannot be broken so, or ends well all the same. */
export function planShow(scenario: Scenario, show: Show): ShowPlan | undefined {
  const base = baseOf(scenario)
  if (!base) return undefined
  let { branches } = base
  let branch = branches.all[0]
  let from = 0
  const moves: { readonly position: number; readonly choice: Choice }[] = []
  for (const move of show.moves) {
    if (!branch) return undefined
    const broken = breakAt(base.program, branch.trace, from, move)
    if (!broken) return undefined
    moves.push(broken)
    branches = branchAt(branches, branch.id, broken.position, broken.choice)
    branch = branches.all.at(-1)
    from = (branch?.fromPosition ?? 0) + 1
  }
  const position = branch && provenAt(branch.trace.steps, from, show)
  return position === undefined ? undefined : { moves, position }
}

function breakAt(
  program: Program,
  trace: { readonly steps: readonly Step[]; stateAt(position: number): State },
  from: number,
  { when, step, fault }: Move,
): ShowPlan['moves'][number] | undefined {
  for (let index = from; index < trace.steps.length; index += 1) {
    const one = trace.steps[index]
    if (!one || !isSuch(one, step)) continue
    const position = when === 'before' ? index : index + 1
    const choice = choicesAt(program, trace.stateAt(position)).find(
      (info) =>
        info.kind === fault.kind &&
        (fault.service === undefined || info.service === fault.service) &&
        (fault.connection === undefined || info.connection === fault.connection),
    )
    if (choice) return { position, choice: choice.choice }
  }
  return undefined
}

function provenAt(steps: readonly Step[], from: number, show: Show): number | undefined {
  const { until, without, nth = 1 } = show
  let end = steps.length
  if (until) {
    let left = nth
    const index = steps.findIndex((step, at) => {
      if (at >= from && isSuch(step, until)) left -= 1
      return left === 0
    })
    if (index < 0) return undefined
    end = index + 1
  }
  if (without && steps.slice(from, end).some((step) => isSuch(step, without))) return undefined
  return end
}

function isSuch(step: Step, match: StepMatch): boolean {
  if (step.kind !== match.kind) return false
  if (match.service !== undefined && step.service !== match.service) return false
  if (match.message !== undefined && step.message !== match.message) return false
  return match.connection === undefined || step.connection === match.connection
}
