/** Checks over one run along the timeline: what is true at its end, what happens in which order, what never. */
import type { RecordedTrace } from '../drivers/recording'
import { runTimeline } from '../drivers/timeline'
import type { Choice } from '../engine/choice'
import { compile } from '../engine/compile'
import { machine } from '../engine/machine'
import { runReport } from '../engine/report'
import type { State } from '../engine/state'
import type { Step } from '../engine/step'
import type { Scenario } from '../scenario/scenario'
import type { Text } from '../scenario/text'
import type { RunCheck, StepPattern } from './behaviour'
import type { Cast } from './cast'
import type { PlainBoard } from './plain-words'
import { inWordsOf } from './promise'
import { failed, passed, type RunEvidence, skipped, type Verdict } from './result'
import { variantOf } from './variant'
import { means, standingOf } from './words'

const STEPS_MAX = 5_000

export function checkRun(cast: Cast, plain: PlainBoard, check: RunCheck, title: Text): Verdict {
  const expected = (check.expect ?? []).map((expression, index) => ({
    expression,
    invariant: {
      id: `expected-${index + 1}`,
      title,
      finally: inWordsOf(plain, expression),
    },
  }))
  const invariants = expected.map(({ invariant }) => invariant)
  const varied = variantOf(cast, plain, { ...check, invariants })
  if (!varied.ok) return failed(varied.why)
  const compiled = compile(varied.scenario)
  if (!compiled.ok) return failed({ why: 'doesNotRun', problem: told(compiled.problems) })
  const trace = runTimeline(machine(compiled.value), { stepsMax: STEPS_MAX })
  const at = (position: number) => evidence(varied.scenario, position)
  const inOrder = happening(cast, check, trace, at)
  if (inOrder !== undefined) return inOrder
  const report = runReport(compiled.value, trace.steps, trace.stateAt(trace.steps.length))
  const broken = report.invariants.find(({ status }) => status === 'violated')
  if (broken !== undefined) {
    const { expression = '' } = expected.find(({ invariant }) => invariant.id === broken.id) ?? {}
    return failed(
      { why: 'notSo', expression, values: valuesText(broken.values) },
      at(broken.seq ?? trace.steps.length),
    )
  }
  if (trace.end === 'limit' && invariants.length > 0)
    return skipped({ why: 'noRest', steps: trace.steps.length })
  return { ...passed(), run: at(trace.steps.length) }
}

function happening(
  cast: Cast,
  { order = [], never = [] }: RunCheck,
  { steps }: Pick<RecordedTrace<State, Choice, Step>, 'steps'>,
  at: (position: number) => RunEvidence,
): Verdict | undefined {
  const isLike = (pattern: StepPattern) => (step: Step) => isSuch(cast, step, pattern)
  for (const pattern of never) {
    const found = steps.find(isLike(pattern))
    if (found) return failed({ why: 'mustNotHappen', step: spelled(pattern) }, at(found.seq))
  }
  let before: { readonly pattern: StepPattern; readonly seq: number } | undefined
  for (const pattern of order) {
    const found = steps.find(isLike(pattern))
    if (found === undefined)
      return failed({ why: 'neverHappens', step: spelled(pattern) }, at(steps.length))
    if (before !== undefined && found.seq < before.seq) {
      const [first, second] = [spelled(before.pattern), spelled(pattern)]
      return failed({ why: 'wrongOrder', first, second }, at(found.seq))
    }
    before = { pattern, seq: found.seq }
  }
  return undefined
}

function isSuch(cast: Cast, step: Step, pattern: StepPattern): boolean {
  const { step: kind, at, effect, saves, as } = pattern
  if (step.kind !== kind) return false
  if (at !== undefined && !cast.plays(step.service, at)) return false
  const called = step.message ?? ''
  if (effect !== undefined && !means(called, effect, cast.words)) return false
  if (as !== undefined && standingOf(String(step.detail?.status ?? '')) !== as) return false
  if (saves === undefined) return true
  return means(String(step.detail?.entity ?? called), saves, cast.words)
}

function spelled({ step, at, effect, saves, as }: StepPattern): string {
  return [step, effect, saves, as && `@${as}`, at && `(${at})`].filter(Boolean).join(' ')
}

export function evidence(scenario: Scenario, position: number): RunEvidence {
  return { scenario, choices: [], position }
}

export function told(problems: readonly { readonly message: string }[]): string {
  return problems[0]?.message ?? ''
}

function valuesText(values: Readonly<Record<string, string | number>> = {}): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ')
}
