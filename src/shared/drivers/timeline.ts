/**
 * Runs a system by virtual time: the earliest due choice first, ties by place in `enabled`. Every state is
 * kept, packed, so that stepping back is an array look-up and never re-executes anything.
 */
import type { System } from '../base/system'

export interface Trace<State, Choice, Step> {
  readonly steps: readonly Step[]
  readonly choices: readonly Choice[]
  /** How many steps have happened: 0 .. steps.length. The state after the choice that made the last of them. */
  stateAt(position: number): State
  /** How many choices have been taken when `position` steps have happened. */
  choiceIndexAt(position: number): number
  /** `quiescent`: nothing more happens of itself. `limit`: it would have gone on past `stepsMax`. */
  readonly end: 'quiescent' | 'limit'
}

export interface TimelineOptions<Choice> {
  /** At least this many steps end the run, as `limit` if anything was left to happen. */
  readonly stepsMax: number
  /** Taken first, in order, whatever their time; then the timeline goes on by itself. */
  readonly choices?: readonly Choice[]
}

/** The run from the system's initial state. */
export function runTimeline<State, Choice, Step>(
  system: System<State, Choice, Step>,
  options: TimelineOptions<Choice>,
): Trace<State, Choice, Step> {
  return continued(system, [system.initial], [], [], [0], options)
}

/** The same run up to `position`, then the options' choices, then by time again. The old trace stays. */
export function resumeAt<State, Choice, Step>(
  system: System<State, Choice, Step>,
  trace: Trace<State, Choice, Step>,
  position: number,
  options: TimelineOptions<Choice>,
): Trace<State, Choice, Step> {
  const taken = trace.choiceIndexAt(position)
  const choices = trace.choices.slice(0, taken)
  const states: State[] = [system.initial]
  const steps: Step[] = []
  const after: number[] = [0]
  if (isRecorded(trace)) {
    states.push(...trace.states.slice(1, taken + 1))
    after.push(...trace.stepsAfter.slice(1, taken + 1))
    steps.push(...trace.steps.slice(0, after[taken]))
    return continued(system, states, choices, steps, after, options)
  }
  return continued(system, states, [], steps, after, {
    ...options,
    choices: [...choices, ...(options.choices ?? [])],
  })
}

/** What a trace keeps besides what it shows: all states, and how many steps each choice had led to. */
interface Recorded<State, Choice, Step> extends Trace<State, Choice, Step> {
  readonly states: readonly State[]
  readonly stepsAfter: readonly number[]
}

function isRecorded<State, Choice, Step>(
  trace: Trace<State, Choice, Step>,
): trace is Recorded<State, Choice, Step> {
  return 'states' in trace && 'stepsAfter' in trace
}

function continued<State, Choice, Step>(
  system: System<State, Choice, Step>,
  states: State[],
  choices: Choice[],
  steps: Step[],
  stepsAfter: number[],
  { stepsMax, choices: given = [] }: TimelineOptions<Choice>,
): Trace<State, Choice, Step> {
  let state = states[states.length - 1] ?? system.initial
  const take = (choice: Choice) => {
    const applied = system.apply(state, choice)
    state = applied.state
    for (const step of applied.steps) steps.push(step)
    choices.push(choice)
    states.push(state)
    stepsAfter.push(steps.length)
  }
  for (const choice of given) take(choice)
  // A choice may make no step: choices are bounded too, or a system of silent choices would run for ever.
  const choicesMax = choices.length + stepsMax * SILENT_SHARE
  let next = earliest(system, state)
  while (next !== undefined && steps.length < stepsMax && choices.length < choicesMax) {
    take(next.choice)
    next = earliest(system, state)
  }
  const end = next === undefined ? 'quiescent' : 'limit'
  return recorded(states, choices, steps, stepsAfter, end)
}

const SILENT_SHARE = 4

/** Boxed, because a choice may itself be a falsy value. */
function earliest<State, Choice, Step>(
  system: System<State, Choice, Step>,
  state: State,
): { readonly choice: Choice } | undefined {
  let best: { readonly choice: Choice } | undefined
  let bestUs = Number.POSITIVE_INFINITY
  for (const choice of system.enabled(state)) {
    const dueUs = system.dueUs(state, choice)
    if (dueUs === undefined || dueUs >= bestUs) continue
    best = { choice }
    bestUs = dueUs
  }
  return best
}

function recorded<State, Choice, Step>(
  states: readonly State[],
  choices: readonly Choice[],
  steps: readonly Step[],
  stepsAfter: readonly number[],
  end: 'quiescent' | 'limit',
): Recorded<State, Choice, Step> {
  const takenAt = new Int32Array(steps.length + 1)
  for (let choice = 1, position = 1; choice < stepsAfter.length; choice += 1)
    for (; position <= (stepsAfter[choice] ?? 0); position += 1) takenAt[position] = choice
  const choiceIndexAt = (position: number) => {
    const taken = takenAt[position]
    if (taken === undefined) throw new Error(`no position ${position} in ${steps.length} steps`)
    return taken
  }
  return {
    states,
    stepsAfter,
    choices,
    steps,
    end,
    choiceIndexAt,
    stateAt: (position) => states[choiceIndexAt(position)] as State,
  }
}
