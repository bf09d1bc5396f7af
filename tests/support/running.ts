/** Compiling and running scenarios in a line, for tests of the engine. A mistake in a test says what it is. */
import { runTimeline, type Trace } from '../../src/shared/drivers/timeline'
import { type ChoiceInfo, choicesAt } from '../../src/shared/engine/choices'
import { type CompileOptions, compile } from '../../src/shared/engine/compile'
import { momentOf } from '../../src/shared/engine/decode'
import { type Machine, machine } from '../../src/shared/engine/machine'
import type { Moment } from '../../src/shared/engine/moment'
import type { Program } from '../../src/shared/engine/program'
import { type RunReport, runReport } from '../../src/shared/engine/report'
import type { Choice, State } from '../../src/shared/engine/state'
import type { Step, StepKind } from '../../src/shared/engine/step'
import type { Scenario } from '../../src/shared/scenario/scenario'

export interface Ran extends RunReport {
  readonly program: Program
  readonly machine: Machine
  readonly trace: Trace<State, Choice, Step>
  readonly steps: readonly Step[]
  readonly kinds: readonly StepKind[]
  readonly end: 'quiescent' | 'limit'
  readonly moment: Moment
}

export function compiled(scenario: Scenario, options: CompileOptions = {}): Program {
  const result = compile(scenario, options)
  if (result.ok) return result.value
  throw new Error(result.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'))
}

/** The run along virtual time, to its end. */
export function run(scenario: Scenario, options: CompileOptions = {}): Ran {
  const program = compiled(scenario, options)
  const system = machine(program)
  const trace = runTimeline(system, { stepsMax: 2_000 })
  const end = trace.stateAt(trace.steps.length)
  return {
    program,
    machine: system,
    trace,
    steps: trace.steps,
    kinds: trace.steps.map(({ kind }) => kind),
    end: trace.end,
    moment: momentOf(program, end),
    ...runReport(program, trace.steps, end),
  }
}

/** The first choice of this state that is described so. */
export function choiceLike(
  { program }: Pick<Ran, 'program'>,
  state: State,
  like: Partial<ChoiceInfo>,
): Choice {
  const entries = Object.entries(like) as [keyof ChoiceInfo, unknown][]
  const found = choicesAt(program, state).find((one) =>
    entries.every(([name, value]) => one[name] === value),
  )
  if (found === undefined) throw new Error(`no choice like ${JSON.stringify(like)}`)
  return found.choice
}
