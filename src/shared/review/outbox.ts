/** Rows and the events about them in one commit: a transaction with an outbox. domain.md 4.1, "outbox". */
import { PROTOCOL_RULES } from '../engine/protocols/table'
import type { Action, PublishAction, SaveAction } from '../scenario/action'
import type { Edit } from '../scenario/edits'
import { connectionsOf } from '../scenario/lookup'
import { writesOf } from './reading/dual-writes'
import { type HandlerRead, readHandler } from './reading/parts'
import type { Reading } from './reading/reading'
import { Repair } from './repair'

/** Undefined where it takes more than one click: the row and its event stand apart, or in two databases. */
export function throughOutbox(reading: Reading, handler: HandlerRead): readonly Edit[] | undefined {
  const stores = connectionsOf(reading.scenario, handler.service.id).outgoing.filter(
    ({ protocol }) => PROTOCOL_RULES[protocol].use === 'store',
  )
  if (stores.length > 1) return undefined
  const changed = { ...handler.handler, do: [...together(handler.handler.do)] }
  const { afterSave, beforeSave } = writesOf(readHandler({ ...handler, handler: changed }, true))
  if (afterSave.length + beforeSave.length > 0) return undefined
  return new Repair(reading).handler(handler, () => changed).edits()
}

/** Every list of the handler with its neighbouring saves and publications in one transaction. */
function together(actions: readonly Action[]): readonly Action[] {
  const after: Action[] = []
  let run: Action[] = []
  const endRun = () => {
    after.push(...inOneCommit(run))
    run = []
  }
  for (const action of actions) {
    if (isJoinable(action)) run.push(action)
    else {
      endRun()
      after.push(inside(action))
    }
  }
  endRun()
  return after
}

function inside(action: Action): Action {
  if ('if' in action) {
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    const arms = { ...action, then: [...together(action.then)] }
    return action.else ? { ...arms, else: [...together(action.else)] } : arms
  }
  if (!('saga' in action)) return action
  return {
    saga: action.saga.map((stage) =>
      Array.isArray(stage.do) ? { ...stage, do: [...together(stage.do)] } : stage,
    ),
  }
}

/** A reply between the two does not mind coming after both. */
function isJoinable(action: Action): boolean {
  return 'save' in action || 'publish' in action || 'reply' in action || 'transaction' in action
}

function inOneCommit(run: readonly Action[]): readonly Action[] {
  const parts = run.flatMap((action) => ('transaction' in action ? action.transaction : [action]))
  const saves = parts.filter((action): action is SaveAction => 'save' in action)
  const events = parts.filter((action): action is PublishAction => 'publish' in action)
  if (saves.length === 0 || events.length === 0) return run
  const inboxes = parts.filter((action) => 'dedupe' in action)
  const replies = parts.filter((action) => 'reply' in action)
  const stored = events.map(({ publish }) => ({ publish, outbox: true }))
  return [{ transaction: [...inboxes.slice(0, 1), ...saves, ...stored] }, ...replies]
}
