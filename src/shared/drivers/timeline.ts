/**
 * Runs any system along its virtual time: what is due first happens first, ties by place in `enabled`. What
 * has no due time happens only when it is asked for. Every state is kept: stepping back looks one up.
 */
import type { System } from '../base/system'
import { type RecordedTrace, Recording } from './recording'
import type { Trace } from './trace'

export type { Trace }

export interface TimelineOptions<State, Choice> {
  /** The run ends with `limit` once it has this many steps. */
  readonly stepsMax: number
  /** Taken first, in order; then the run goes on by itself. */
  readonly choices?: readonly Choice[]
  /** Another reason to end with `limit`, asked before every choice that the run takes by itself. */
  readonly stop?: (state: State) => boolean
}

/** Choices that make no step, for each that makes one: a system that spins without a step is stopped too. */
const SILENT_CHOICES = 4

/** Runs from the initial state until nothing is due, or a limit is met. */
export function runTimeline<State, Choice, Step>(
  system: System<State, Choice, Step>,
  options: TimelineOptions<State, Choice>,
): RecordedTrace<State, Choice, Step> {
  const recording = new Recording(system)
  for (const choice of options.choices ?? []) recording.take(choice)
  return goOn(system, recording, options)
}

/** Goes on from what is recorded, choice by choice. */
export function goOn<State, Choice, Step>(
  system: System<State, Choice, Step>,
  recording: Recording<State, Choice, Step>,
  { stepsMax, stop }: TimelineOptions<State, Choice>,
): RecordedTrace<State, Choice, Step> {
  const choicesMax = SILENT_CHOICES * stepsMax + 64
  for (;;) {
    const { state } = recording
    if (system.limit?.(state) !== undefined || stop?.(state) === true) return recording.end('limit')
    const choice = system.soonest ? system.soonest(state) : earliest(system, state)
    if (choice === undefined) return recording.end('quiescent')
    if (recording.steps.length >= stepsMax || recording.choices.length >= choicesMax)
      return recording.end('limit')
    recording.take(choice)
  }
}

/** The choice that is due first; a time that has passed means now. undefined: nothing is due at all. */
export function earliest<State, Choice, Step>(
  system: System<State, Choice, Step>,
  state: State,
): Choice | undefined {
  const nowUs = system.nowUs(state)
  let first: Choice | undefined
  let firstUs = Number.POSITIVE_INFINITY
  for (const choice of system.enabled(state)) {
    const dueUs = system.dueUs(state, choice)
    if (dueUs === undefined) continue
    const atUs = Math.max(nowUs, dueUs)
    if (atUs >= firstUs) continue
    first = choice
    firstUs = atUs
  }
  return first
}
