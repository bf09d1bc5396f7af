/**
 * A run that became a tree: where somebody chose otherwise, another continuation starts, and the old one
 * stays to be returned to. A branch is stored as the choices that make it. All values are pure.
 */
import type { System } from '../base/system'
import { resumeAt, runTimeline, type TimelineOptions, type Trace } from './timeline'

export interface Branch<State, Choice, Step> {
  readonly id: number
  /** The branch it left, and after how many of its steps; none for the first. */
  readonly parent?: number
  readonly fromPosition: number
  /** What was chosen there. */
  readonly choice?: Choice
  readonly trace: Trace<State, Choice, Step>
}

export interface Branches<State, Choice, Step> {
  readonly system: System<State, Choice, Step>
  readonly stepsMax: number
  /** In the order they were made; ids are never reused. */
  readonly all: readonly Branch<State, Choice, Step>[]
}

export function startBranches<State, Choice, Step>(
  system: System<State, Choice, Step>,
  options: TimelineOptions<Choice>,
): Branches<State, Choice, Step> {
  const trace = runTimeline(system, options)
  return { system, stepsMax: options.stepsMax, all: [{ id: 0, fromPosition: 0, trace }] }
}

/** Takes `choice` where branch `id` stands after `position` steps, then goes on by time: a new last branch. */
export function branchAt<State, Choice, Step>(
  branches: Branches<State, Choice, Step>,
  id: number,
  position: number,
  choice: Choice,
): Branches<State, Choice, Step> {
  const { system, stepsMax, all } = branches
  const parent = all.find((branch) => branch.id === id)
  if (!parent) throw new Error(`no branch ${id}`)
  const trace = resumeAt(system, parent.trace, position, { stepsMax, choices: [choice] })
  const added = {
    id: all.length,
    parent: id,
    fromPosition: stepsKept(parent.trace, position),
    choice,
    trace,
  }
  return { ...branches, all: [...all, added] }
}

/** One choice may make several steps, which are never torn apart: the steps up to the end of that choice. */
function stepsKept<State, Choice, Step>(
  trace: Trace<State, Choice, Step>,
  position: number,
): number {
  const taken = trace.choiceIndexAt(position)
  let kept = position
  while (kept < trace.steps.length && trace.choiceIndexAt(kept + 1) === taken) kept += 1
  return kept
}
