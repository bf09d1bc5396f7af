/**
 * What every page asks its host first, asked while the rest of the page's code is on its way. A reply is for the
 * first who makes that call; whoever calls later asks anew.
 */
import type { CallName } from '../../shared/host/contract'

const FIRST = ['hostInfo', 'readPreferences', 'takeRequested'] as const satisfies CallName[]

const replies = new Map<CallName, Promise<unknown>>()

/** `ask` makes a call that takes nothing, and answers with the reply as it came. */
export function askFirst(ask: (name: CallName) => Promise<unknown>): void {
  for (const name of FIRST) {
    const reply = ask(name)
    // It is its taker's to be told, and may fail before there is one.
    reply.catch(() => undefined)
    replies.set(name, reply)
  }
}

/** The reply to a first call; undefined where it has not been asked, or somebody has had it. */
export function takeFirstReply(name: CallName): Promise<unknown> | undefined {
  const reply = replies.get(name)
  replies.delete(name)
  return reply
}
