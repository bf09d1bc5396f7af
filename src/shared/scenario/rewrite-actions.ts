/** Rewriting the actions of a handler at any depth. Knows their structure and nothing of what they mean. */
import type { Action, SagaStage } from './action'

/** What becomes of an action that holds no others: itself, something else, several things, nothing. */
type Rewrite = (action: Action) => readonly Action[]

/**
 * The actions with every innermost one rewritten. What did not change is the same value; an action that
 * held others goes when nothing of them is left.
 */
export function rewritten(actions: readonly Action[], change: Rewrite): readonly Action[] {
  const after = actions.flatMap((action) => rewrittenOne(action, change))
  const isSame = after.length === actions.length && after.every((one, i) => one === actions[i])
  return isSame ? actions : after
}

/** The actions that an action is made of, at the first level: both arms of an `if`, stages of a saga. */
function actionsInside(action: Action): readonly Action[] {
  if ('if' in action) return [...action.then, ...(action.else ?? [])]
  if ('transaction' in action) return action.transaction
  if ('saga' in action) {
    return action.saga.flatMap((stage) => [...listed(stage.do), ...listed(stage.undo)])
  }
  return []
}

/** Every innermost action, in the order in which they are written. */
export function innermost(actions: readonly Action[]): readonly Action[] {
  return actions.flatMap((action) => {
    const isComposite = 'if' in action || 'transaction' in action || 'saga' in action
    return isComposite ? innermost(actionsInside(action)) : [action]
  })
}

function listed(actions: Action | Action[] | undefined): readonly Action[] {
  if (actions === undefined) return []
  return Array.isArray(actions) ? actions : [actions]
}

function rewrittenOne(action: Action, change: Rewrite): readonly Action[] {
  if ('if' in action) {
    const given = listed(action.else)
    const then = rewritten(action.then, change)
    const otherwise = rewritten(given, change)
    if (then === action.then && otherwise === given) return [action]
    if (then.length === 0 && otherwise.length === 0) return []
    const { else: _, ...rest } = action
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    const arms = { ...rest, then: [...then] }
    return [otherwise.length === 0 ? arms : { ...arms, else: [...otherwise] }]
  }
  if ('transaction' in action) {
    const transaction = rewritten(action.transaction, change)
    if (transaction === action.transaction) return [action]
    return transaction.length === 0 ? [] : [{ transaction: [...transaction] }]
  }
  if ('saga' in action) {
    const saga = action.saga.flatMap((stage) => rewrittenStage(stage, change) ?? [])
    const isSame =
      saga.length === action.saga.length && saga.every((one, i) => one === action.saga[i])
    if (isSame) return [action]
    return saga.length === 0 ? [] : [{ saga }]
  }
  return change(action)
}

function rewrittenStage(stage: SagaStage, change: Rewrite): SagaStage | undefined {
  const before = { forward: listed(stage.do), back: listed(stage.undo) }
  const forward = rewritten(before.forward, change)
  const back = rewritten(before.back, change)
  const isSame = (after: readonly Action[], given: readonly Action[]) =>
    after.length === given.length && after.every((one, index) => one === given[index])
  if (isSame(forward, before.forward) && isSame(back, before.back)) return stage
  if (forward.length === 0) return undefined
  const kept = { do: asWritten(forward, stage.do) }
  return back.length === 0 ? kept : { ...kept, undo: asWritten(back, stage.undo) }
}

/** One action that stood without brackets goes on standing so. */
function asWritten(
  after: readonly Action[],
  before: Action | Action[] | undefined,
): Action | Action[] {
  const [only, ...more] = after
  return only !== undefined && more.length === 0 && !Array.isArray(before) ? only : [...after]
}
