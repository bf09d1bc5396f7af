/** One run of a scenario along the timeline, with the faults and choices of the command line. */
import type { Outcome } from '../../shared/base/problem'
import { runTimeline, type Trace } from '../../shared/drivers/timeline'
import type { Choice } from '../../shared/engine/choice'
import { type ChoiceRecord, findChoice } from '../../shared/engine/choices'
import { compile } from '../../shared/engine/compile'
import { machine } from '../../shared/engine/machine'
import type { Program } from '../../shared/engine/program'
import type { State } from '../../shared/engine/state'
import type { Step } from '../../shared/engine/step'
import type { Scenario } from '../../shared/scenario/scenario'
import { failed } from '../host-problem'

export interface Simulated {
  readonly program: Program
  readonly trace: Trace<State, Choice, Step>
}

export interface SimulateOptions {
  readonly seed: number
  readonly stepsMax: number
  /** Taken first, in order, as another run recorded them. */
  readonly records?: readonly ChoiceRecord[]
}

/** Problems where the scenario does not compile, or a recorded choice cannot be taken in it. */
export function simulate(
  scenario: Scenario,
  { seed, stepsMax, records = [] }: SimulateOptions,
): Outcome<Simulated> {
  const compiled = compile(scenario, { seed })
  if (!compiled.ok) return compiled
  const program = compiled.value
  const system = machine(program)
  const choices: Choice[] = []
  let state = system.initial
  for (const [at, record] of records.entries()) {
    const choice = findChoice(program, state, record)
    if (choice === undefined) return failed('host/choice-not-there', { number: at + 1 })
    choices.push(choice)
    state = system.apply(state, choice).state
  }
  return { ok: true, value: { program, trace: runTimeline(system, { stepsMax, choices }) } }
}
