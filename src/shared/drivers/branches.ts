/**
 * A run and the other ways it could have gone on: a tree of traces. A branch keeps what led to it; the old
 * continuation stays and can be returned to. Plain values: choosing gives new branches.
 */
import type { System } from '../base/system'
import type { RecordedTrace } from './recording'
import { goOn, runTimeline, type TimelineOptions } from './timeline'

export interface Branch<State, Choice, Step> {
  readonly id: number
  readonly parent?: number
  /** How many steps it shares with its parent: the first of its own is the next. */
  readonly fromPosition: number
  /** What was chosen there; the first branch has none. */
  readonly choice?: Choice
  /** The whole run, what it shares included. */
  readonly trace: RecordedTrace<State, Choice, Step>
}

export interface Branches<State, Choice, Step> {
  readonly system: System<State, Choice, Step>
  readonly options: TimelineOptions<State, Choice>
  readonly all: readonly Branch<State, Choice, Step>[]
}

/** The run as it goes by itself: branch 0. */
export function startBranches<State, Choice, Step>(
  system: System<State, Choice, Step>,
  options: TimelineOptions<State, Choice>,
): Branches<State, Choice, Step> {
  const trace = runTimeline(system, options)
  return { system, options, all: [{ id: 0, fromPosition: 0, trace }] }
}

/**
 * Takes a choice of `stateAt(position)` of a branch, then goes on by itself. A position amid the steps of one
 * choice means after them all: they happen together.
 */
export function branchAt<State, Choice, Step>(
  branches: Branches<State, Choice, Step>,
  branchId: number,
  position: number,
  choice: Choice,
): Branches<State, Choice, Step> {
  const { system, options, all } = branches
  const parent = all.find(({ id }) => id === branchId)
  if (parent === undefined) throw new Error(`no branch ${branchId}`)
  const recording = parent.trace.recording.upTo(parent.trace.choiceIndexAt(position))
  const fromPosition = recording.steps.length
  recording.take(choice)
  const trace = goOn(system, recording, options)
  const branch = { id: all.length, parent: parent.id, fromPosition, choice, trace }
  return { system, options, all: [...all, branch] }
}
