/** Which replica of a service takes what arrives: one that is up, and of those the one with least to do. */
import type { View } from './view'

/** Counts all that runs there, or only deliveries of one queue; of equals the first. */
export function leastBusy(view: View, service: number, queue?: number): number {
  const replicas = view.program.services[service]?.replicas ?? 1
  if (replicas === 1) return 0
  const running = Array.from({ length: replicas }, () => 0)
  for (let t = view.first; t < view.last; t += view.stride) {
    const handler = view.handler(t)
    if (handler?.service !== service || (queue !== undefined && handler.queue !== queue)) continue
    const replica = view.get(view.fields.replica, t)
    running[replica] = (running[replica] ?? 0) + 1
  }
  const up = [...running.keys()].filter((replica) => view.isReplicaUp(service, replica))
  return up.reduce((best, replica) =>
    (running[replica] ?? 0) < (running[best] ?? 0) ? replica : best,
  )
}

/** In the place of `maxRequests`: others, who are not part of this state, leave no room. */
export const FULL = -1

/** It handles as many requests as it takes at a time: the next is turned away, and nothing is done about it. */
export function isFull(view: View, service: number, replica: number): boolean {
  const most = view.program.services[service]?.maxRequests ?? 0
  if (most === 0) return false
  if (most === FULL) return true
  let handled = 0
  for (let t = view.first; t < view.last; t += view.stride) {
    const handler = view.handler(t)
    if (handler?.service !== service || handler.response === undefined) continue
    if (view.get(view.fields.replica, t) === replica) handled += 1
  }
  return handled >= most
}
