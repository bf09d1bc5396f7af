/** The scenario's own `faults`: which step each waits for. Knows steps; the faults themselves are elsewhere. */
import type { Program, ScriptProgram } from './program'
import type { Step, StepKind } from './step'

export interface Watcher {
  /** The place of the script's token. */
  readonly place: number
  /** `line`: what the step has to do with, whether or not something travels on it. */
  matches(step: Step, line: number | undefined): boolean
}

/** What the steps of an action are called when a fault is said to come after the action. */
const ACTION_STEPS: Readonly<Record<string, readonly StepKind[]>> = {
  save: ['row.saved'],
  effect: ['effect.done', 'effect.deduplicated'],
  call: ['response.received'],
  publish: ['event.published', 'outbox.stored'],
  push: ['frame.sent'],
  reply: ['response.sent'],
  fail: ['handler.failed'],
}

export function watchersOf(program: Program): readonly Watcher[] {
  return program.scripts.map((script) => ({
    place: script.place,
    matches: (step, line) => isPlaceOf(program, script, step, line) && isAwaited(script, step),
  }))
}

function isPlaceOf(
  program: Program,
  script: ScriptProgram,
  step: Step,
  line: number | undefined,
): boolean {
  if (script.line === undefined)
    return script.service !== undefined && isAtService(program, script.service, step)
  // An event goes along several lines at once; each of them sees it.
  const along = String(step.detail?.connections ?? '').split(' ')
  return line === script.line || along.includes(program.lines[script.line]?.id ?? '')
}

/** A broker and a database take no step of their own: theirs are those that come to them or leave them. */
function isAtService(program: Program, index: number, step: Step): boolean {
  const service = program.services[index]
  if (step.service === service?.id) return true
  if (service?.kind !== 'broker' && service?.kind !== 'database') return false
  return step.from === service.id || step.to === service.id
}

function isAwaited(script: ScriptProgram, step: Step): boolean {
  const { step: kind, action } = script.awaits
  if (kind !== undefined && kind !== step.kind) return false
  if (action === undefined) return kind !== undefined
  return isActionStep(action, step)
}

/** A step of the action by its kind (`save`), or of what it is called (`charge`, `OrderCreated`). */
function isActionStep(action: string, step: Step): boolean {
  const kinds = ACTION_STEPS[action]
  if (kinds !== undefined) return kinds.includes(step.kind)
  return isDoing(step.kind) && step.message === action
}

function isDoing(kind: StepKind): boolean {
  return Object.values(ACTION_STEPS).some((kinds) => kinds.includes(kind))
}
