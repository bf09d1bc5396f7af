/** `dryrun run FILE`: the timeline of a scenario, for people or machines. */
import { type RunReport, runReport } from '../../shared/engine/report'
import type { Fault, Scenario } from '../../shared/scenario/scenario'
import { textIn } from '../../shared/scenario/text'
import { readChoices } from './choices-file'
import { parseFaultSpec } from './fault-spec'
import { complain, complainAbout, print, printJson } from './output'
import { runText } from './run-text'
import { scenarioNamed } from './scenario-input'
import { sentences } from './sentences'
import { type Simulated, simulate } from './simulate'
import { STATUS, type Status } from './status'
import { stepJson } from './step-json'

interface RunOptions {
  readonly seed: number
  readonly steps: number
  readonly fault?: readonly string[]
  readonly choices?: string
  readonly json?: true
}

export async function run(file: string, options: RunOptions): Promise<Status> {
  const read = await scenarioNamed(file)
  const scenario = read && withFaults(read, options.fault)
  if (scenario === undefined) return STATUS.unusable
  const records = options.choices === undefined ? undefined : await readChoices(options.choices)
  if (records !== undefined && !records.ok) {
    complainAbout(options.choices ?? '', records.problems)
    return STATUS.unusable
  }
  const simulated = simulate(scenario, {
    seed: options.seed,
    stepsMax: options.steps,
    ...(records === undefined ? {} : { records: records.value }),
  })
  if (!simulated.ok) {
    complainAbout(file, simulated.problems)
    return STATUS.unusable
  }
  const { program, trace } = simulated.value
  const report = runReport(program, trace.steps, trace.stateAt(trace.steps.length))
  if (options.json) printJson(runJson(scenario, options.seed, simulated.value, report))
  else {
    const { steps, end } = trace
    const sentenceOf = sentences(program)
    print(runText({ scenario, seed: options.seed, steps, end, report, sentenceOf }))
  }
  if (report.invariants.some(({ status }) => status === 'violated')) return STATUS.broken
  return trace.end === 'limit' ? STATUS.limit : STATUS.fine
}

/** The scenario with the faults of the command line after its own; undefined where one is wrong. */
function withFaults(scenario: Scenario, specs: readonly string[] = []): Scenario | undefined {
  const faults: Fault[] = [...(scenario.faults ?? [])]
  let wrong = false
  for (const spec of specs) {
    const parsed = parseFaultSpec(spec, scenario)
    if (parsed.ok) faults.push(parsed.fault)
    else {
      complain(parsed.message)
      wrong = true
    }
  }
  if (wrong) return undefined
  return faults.length === 0 ? scenario : { ...scenario, faults }
}

/** The public shape: names and meaning of its fields stay as they are. */
function runJson(
  scenario: Scenario,
  seed: number,
  { program, trace }: Simulated,
  report: RunReport,
): object {
  const sentenceOf = sentences(program)
  return {
    scenario: textIn(scenario.title, 'en'),
    seed,
    end: trace.end,
    steps: trace.steps.map((step) => stepJson(step, sentenceOf(step))),
    rows: report.rows,
    effects: report.effects,
    replies: report.replies,
    invariants: report.invariants,
  }
}
