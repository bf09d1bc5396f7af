/**
 * `dedupe`: stop quietly if this message was handled before. The mark is written by the commit that follows
 * it; where none follows it is a commit of its own, right here: a crash after it loses the message's work.
 */
import type { Action } from '../../scenario/action'
import type { Flattener } from '../flattener'
import { costOfStore, storeLine } from './storing'

export function flattenDedupe(into: Flattener, rest: readonly Action[]): void {
  const inbox = inboxOf(into)
  into.add({ op: 'dedupe', inbox })
  if (rest.some(commits)) {
    into.unmarkedInbox = inbox
    return
  }
  const line = storeLine(into, '')
  into.add({
    op: 'commit',
    saves: [],
    outbox: [],
    inbox,
    ...(line !== undefined && { line }),
    cost: costOfStore(into, line),
  })
}

/** A message is known by what it is called and by its order: a repeated or redelivered one is the same. */
export function inboxOf(into: Flattener): number {
  return into.tables.inbox(into.source.service, into.source.trigger)
}

/** Whether it writes to the service's own database, and so marks an inbox that was looked up before it. */
export function commits(action: Action): boolean {
  if ('save' in action || 'transaction' in action) return true
  if ('publish' in action) return action.outbox === true
  if ('if' in action) return action.then.some(commits) || (action.else ?? []).some(commits)
  if ('saga' in action)
    return action.saga.some((stage) => [stage.do].flat().some((one) => commits(one)))
  return false
}
