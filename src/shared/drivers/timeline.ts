/**
 * Runs any system along its virtual time: what is due first happens first, ties by place in `enabled`. What
 * has no due time happens only when it is asked for. Every state is kept: stepping back looks one up.
 */
import type { System } from '../base/system'

export interface TimelineOptions<State, Choice> {
  /** The run ends with `limit` once it has this many steps. */
  readonly stepsMax: number
  /** Taken first, in order; then the run goes on by itself. */
  readonly choices?: readonly Choice[]
  /** Another reason to end with `limit`, asked before every choice that the run takes by itself. */
  readonly stop?: (state: State) => boolean
}

export interface Trace<State, Choice, Step> {
  readonly steps: readonly Step[]
  readonly choices: readonly Choice[]
  /** The state after so many steps, 0..steps.length; of the steps of one choice all have the same. */
  stateAt(position: number): State
  /** How many choices lead to `stateAt(position)`. */
  choiceIndexAt(position: number): number
  /** `quiescent`: nothing more happens of itself. */
  readonly end: 'quiescent' | 'limit'
}

/** Choices that make no step, for each that makes one: a system that spins without a step is stopped too. */
const SILENT_CHOICES = 4

/** Runs from the initial state until nothing is due, or a limit is met. */
export function runTimeline<State, Choice, Step>(
  system: System<State, Choice, Step>,
  options: TimelineOptions<State, Choice>,
): Trace<State, Choice, Step> {
  const recording = new Recording<State, Choice, Step>(system.initial)
  for (const choice of options.choices ?? []) recording.take(system, choice)
  return goOn(system, recording, options)
}

/** Goes on from what is recorded, choice by choice. */
export function goOn<State, Choice, Step>(
  system: System<State, Choice, Step>,
  recording: Recording<State, Choice, Step>,
  { stepsMax, stop }: TimelineOptions<State, Choice>,
): Trace<State, Choice, Step> {
  const choicesMax = SILENT_CHOICES * stepsMax + 64
  for (;;) {
    const { state } = recording
    if (system.limit?.(state) !== undefined || stop?.(state) === true) return recording.end('limit')
    const choice = earliest(system, state)
    if (choice === undefined) return recording.end('quiescent')
    if (recording.steps.length >= stepsMax || recording.choices.length >= choicesMax)
      return recording.end('limit')
    recording.take(system, choice)
  }
}

/** The choice that is due first; a time that has passed means now. undefined: nothing is due at all. */
export function earliest<State, Choice, Step>(
  system: System<State, Choice, Step>,
  state: State,
): Choice | undefined {
  if (system.earliest) return system.earliest(state)
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

/** A run being recorded: its steps, its choices and the state after each. */
export class Recording<State, Choice, Step> {
  readonly steps: Step[] = []
  readonly choices: Choice[] = []
  private readonly states: State[]
  /** For each step the choice, from 1, that made it. */
  private readonly choiceOfStep: number[] = []

  constructor(initial: State) {
    this.states = [initial]
  }

  get state(): State {
    return this.states[this.states.length - 1] as State
  }

  take(system: System<State, Choice, Step>, choice: Choice): void {
    const { state, steps } = system.apply(this.state, choice)
    this.states.push(state)
    this.choices.push(choice)
    for (const step of steps) {
      this.steps.push(step)
      this.choiceOfStep.push(this.choices.length)
    }
  }

  /** What the first choices of a trace did, to go on differently from there. */
  static upTo<State, Choice, Step>(
    trace: Trace<State, Choice, Step>,
    position: number,
  ): Recording<State, Choice, Step> {
    if (!(trace instanceof RecordedTrace)) throw new Error('a trace that nobody recorded')
    return (trace as RecordedTrace<State, Choice, Step>).fork(position)
  }

  /** A copy of the first choices. */
  first(choiceCount: number): Recording<State, Choice, Step> {
    const copy = new Recording<State, Choice, Step>(this.states[0] as State)
    for (let i = 0; i < choiceCount; i += 1) {
      copy.choices.push(this.choices[i] as Choice)
      copy.states.push(this.states[i + 1] as State)
    }
    const stepCount = this.choiceOfStep.findIndex((choice) => choice > choiceCount)
    const end = stepCount < 0 ? this.steps.length : stepCount
    for (let i = 0; i < end; i += 1) {
      copy.steps.push(this.steps[i] as Step)
      copy.choiceOfStep.push(this.choiceOfStep[i] as number)
    }
    return copy
  }

  stateAfter(choiceCount: number): State {
    return this.states[choiceCount] as State
  }

  choiceIndexAt(position: number): number {
    const bounded = Math.max(0, Math.min(this.steps.length, Math.floor(position)))
    return bounded === 0 ? 0 : (this.choiceOfStep[bounded - 1] as number)
  }

  end(end: 'quiescent' | 'limit'): Trace<State, Choice, Step> {
    return new RecordedTrace(this, end)
  }
}

class RecordedTrace<State, Choice, Step> implements Trace<State, Choice, Step> {
  constructor(
    private readonly recording: Recording<State, Choice, Step>,
    readonly end: 'quiescent' | 'limit',
  ) {}

  get steps(): readonly Step[] {
    return this.recording.steps
  }

  get choices(): readonly Choice[] {
    return this.recording.choices
  }

  stateAt(position: number): State {
    return this.recording.stateAfter(this.choiceIndexAt(position))
  }

  choiceIndexAt(position: number): number {
    return this.recording.choiceIndexAt(position)
  }

  fork(position: number): Recording<State, Choice, Step> {
    return this.recording.first(this.choiceIndexAt(position))
  }
}
