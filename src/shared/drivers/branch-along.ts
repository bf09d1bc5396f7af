/** A run that somebody else found, as a branch: from where it first goes another way than the run by itself. */
import type { Branches } from './branches'
import { goOn } from './timeline'

export interface Led<State, Choice, Step> {
  readonly branches: Branches<State, Choice, Step>
  /** The branch that takes these choices. */
  readonly branchId: number
}

/** Takes these choices from the beginning, then goes on by itself. A branch that does so already is given. */
export function branchAlong<State, Choice, Step>(
  branches: Branches<State, Choice, Step>,
  choices: readonly Choice[],
): Led<State, Choice, Step> {
  const { system, options, all } = branches
  const shared = all.map(({ trace }) => sharedChoices(trace.choices, choices))
  const nearest = shared.indexOf(Math.max(...shared))
  const parent = all[nearest]
  const same = shared[nearest] ?? 0
  if (parent === undefined || same === choices.length)
    return { branches, branchId: parent?.id ?? 0 }
  const recording = parent.trace.recording.upTo(same)
  const fromPosition = recording.steps.length
  for (const choice of choices.slice(same)) recording.take(choice)
  const trace = goOn(system, recording, options)
  const choice = choices[same] as Choice
  const branch = { id: all.length, parent: parent.id, fromPosition, choice, trace }
  return { branches: { system, options, all: [...all, branch] }, branchId: branch.id }
}

function sharedChoices<Choice>(a: readonly Choice[], b: readonly Choice[]): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at += 1) if (a[at] !== b[at]) return at
  return length
}
