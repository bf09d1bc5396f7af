/**
 * A run being recorded: its steps, its choices and its states. States are kept whole, so that stepping back
 * looks one up; a very long run keeps every second, fourth, ... and makes the few between them again.
 */
import type { System } from '../base/system'
import type { Trace } from './trace'

/** Kept at most: more than any run that is looked at by hand has, or what fits where states are large. */
const STATES_MAX = 16_384
const STATES_MIN = 64
const BYTES_MAX = 64 * 1024 * 1024

function statesMaxOf<State, Choice, Step>({ stateBytes }: System<State, Choice, Step>): number {
  if (stateBytes === undefined) return STATES_MAX
  return Math.max(STATES_MIN, Math.min(STATES_MAX, Math.floor(BYTES_MAX / stateBytes)))
}

/** A trace that can be gone on from differently. */
export interface RecordedTrace<State, Choice, Step> extends Trace<State, Choice, Step> {
  readonly recording: Recording<State, Choice, Step>
}

export class Recording<State, Choice, Step> {
  readonly steps: Step[] = []
  readonly choices: Choice[] = []
  /** The state after every `every` choices, the initial one first. */
  private kept: State[]
  private every = 1
  /** For each step the choice, from 1, that made it. */
  private readonly choiceOfStep: number[] = []
  private last: State
  private segment: { readonly from: number; readonly states: readonly State[] } | undefined

  constructor(
    private readonly system: System<State, Choice, Step>,
    private readonly statesMax = statesMaxOf(system),
  ) {
    this.last = system.initial
    this.kept = [system.initial]
  }

  /** The state that the run has come to. */
  get state(): State {
    return this.last
  }

  take(choice: Choice): void {
    const { state, steps } = this.system.apply(this.last, choice)
    this.add(choice, state, steps)
  }

  private add(choice: Choice, state: State, steps: readonly Step[]): void {
    this.last = state
    this.choices.push(choice)
    if (this.choices.length % this.every === 0) this.kept.push(state)
    if (this.kept.length > this.statesMax) this.thin()
    for (const step of steps) {
      this.steps.push(step)
      this.choiceOfStep.push(this.choices.length)
    }
  }

  private thin(): void {
    this.kept = this.kept.filter((_, index) => index % 2 === 0)
    this.every *= 2
    this.segment = undefined
  }

  stateAfter(choiceCount: number): State {
    if (choiceCount === this.choices.length) return this.last
    const index = Math.floor(choiceCount / this.every)
    const between = choiceCount - index * this.every
    if (between === 0) return this.kept[index] as State
    return this.segmentAt(index)[between] as State
  }

  /** The states from a kept one up to the next, made again once for all that is looked at there. */
  private segmentAt(index: number): readonly State[] {
    if (this.segment?.from === index) return this.segment.states
    const states = [this.kept[index] as State]
    const first = index * this.every
    const end = Math.min(first + this.every, this.choices.length)
    for (let at = first; at < end; at += 1)
      states.push(this.system.apply(states.at(-1) as State, this.choices[at] as Choice).state)
    this.segment = { from: index, states }
    return states
  }

  /** How many choices lead to the state after so many steps. */
  choiceIndexAt(position: number): number {
    const bounded = Math.max(0, Math.min(this.steps.length, Math.floor(position)))
    return bounded === 0 ? 0 : (this.choiceOfStep[bounded - 1] as number)
  }

  /** A recording of the first choices, to go on differently from there. Nothing is run again. */
  upTo(choiceCount: number): Recording<State, Choice, Step> {
    const copy = new Recording<State, Choice, Step>(this.system, this.statesMax)
    const after = this.choiceOfStep.findIndex((choice) => choice > choiceCount)
    const stepCount = after < 0 ? this.steps.length : after
    copy.every = this.every
    copy.kept = this.kept.slice(0, Math.floor(choiceCount / this.every) + 1)
    copy.last = this.stateAfter(choiceCount)
    for (let i = 0; i < choiceCount; i += 1) copy.choices.push(this.choices[i] as Choice)
    for (let i = 0; i < stepCount; i += 1) {
      copy.steps.push(this.steps[i] as Step)
      copy.choiceOfStep.push(this.choiceOfStep[i] as number)
    }
    return copy
  }

  end(end: 'quiescent' | 'limit'): RecordedTrace<State, Choice, Step> {
    return {
      recording: this,
      steps: this.steps,
      choices: this.choices,
      stateAt: (position) => this.stateAfter(this.choiceIndexAt(position)),
      choiceIndexAt: (position) => this.choiceIndexAt(position),
      end,
    }
  }
}
