/**
 * Who must be up for an answer: every service of ours that it waits for, call behind call. What goes on by an event
 * is waited for by nobody. domain.md 5.4, MS-5: availabilities multiply.
 */
import type { CallRead } from '../review/reading/calls'
import { callAt } from '../review/reading/flow'
import type { Cast } from './cast'

/** Ids of the services, the nearest first. External providers and databases are not counted. */
export function waitedFor(cast: Cast, role: string): readonly string[] {
  const { reading } = cast
  const found = new Set<string>()
  const done = new Set<CallRead>()
  const follow = (call: CallRead): void => {
    if (done.has(call)) return
    done.add(call)
    if (call.to.kind === 'external') return
    found.add(call.to.id)
    for (const site of call.callee?.sites ?? []) {
      const next = callAt(reading, site)
      if (next !== undefined) follow(next)
    }
  }
  for (const call of reading.calls)
    if (cast.plays(call.from.id, role) && call.callee !== undefined) follow(call)
  return [...found]
}
