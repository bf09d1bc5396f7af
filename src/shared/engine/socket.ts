/**
 * A WebSocket between two services: closed while a token says so, open otherwise. Frames are neither
 * acknowledged nor repeated, and arrive in the order they were sent. RFC 6455.
 */
import type { Draft } from './draft'
import type { PushOp } from './op'
import type { Line } from './program'
import type { Token, View } from './view'

/** How long after both sides are up again a client connects anew. */
export const RECONNECT_US = 1_000_000

export function isOpen(view: View, line: number): boolean {
  for (let t = view.first; t < view.last; t += view.stride) {
    const place = view.place(t)
    if (place.at === 'socket' && place.line === line) return false
  }
  return true
}

/** Sends one frame; on a closed socket, or lost, it is gone and its sender does not notice. */
export function sendFrame(
  draft: Draft,
  token: Token,
  op: PushOp,
  sender: number,
  fate: 'arrives' | 'lost' | 'closed',
): void {
  const line = draft.program.lines[op.line] as Line
  const to = otherEnd(line, sender)
  const about = { token, line: op.line, from: sender, to, message: op.message }
  draft.emit?.('frame.sent', sender, about)
  if (fate !== 'arrives') {
    const isClosed = fate === 'closed' && { detail: { context: fate } }
    draft.emit?.('frame.lost', sender, { ...about, ...isClosed })
    return
  }
  const frame = draft.spawn(op.frame, token, draft.sample(line.latency, token, line.hash))
  const { rank } = draft.fields
  draft.set(rank, frame, Math.min(lastFrame(draft, op.frame) + 1, rank.mask))
}

export function otherEnd(line: Line, service: number): number {
  return line.from === service ? line.to : line.from
}

/** Frames of one sender on one line keep their order: the place says both. */
function lastFrame(view: View, place: number): number {
  let last = 0
  for (let t = view.first; t < view.last; t += view.stride)
    if (view.get(view.fields.place, t) === place)
      last = Math.max(last, view.get(view.fields.rank, t))
  return last
}

/** Whether an earlier frame is still on its way. */
export function isBehind(view: View, token: Token): boolean {
  const place = view.get(view.fields.place, token)
  for (let t = view.first; t < view.last; t += view.stride) {
    if (view.get(view.fields.place, t) !== place) continue
    if (view.get(view.fields.rank, t) < view.get(view.fields.rank, token)) return true
  }
  return false
}

/** Closes every open socket of a service that crashed; what was on its way is gone. */
export function closeSockets(draft: Draft, service: number): void {
  for (const line of draft.program.lines) {
    if (line.socket === undefined || (line.from !== service && line.to !== service)) continue
    if (!isOpen(draft, line.index)) continue
    loseFrames(draft, line)
    const other = otherEnd(line, service)
    draft.emit?.('connection.closed', other, { line: line.index, from: service, to: other })
    draft.spawnBare(line.socket, RECONNECT_US)
  }
}

function loseFrames(draft: Draft, line: Line): void {
  for (let t = draft.first; t < draft.last; t += draft.stride) {
    const place = draft.place(t)
    if (place.at !== 'frame' || place.op.line !== line.index) continue
    const from = draft.program.handlers[place.op.handler]?.service ?? line.from
    const to = otherEnd(line, from)
    draft.emit?.('frame.lost', from, {
      token: t,
      line: line.index,
      from,
      to,
      message: place.op.message,
    })
    draft.remove(t)
  }
}
