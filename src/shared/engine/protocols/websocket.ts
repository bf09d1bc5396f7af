/** Frames and the socket they travel on: no acknowledgement, no redelivery. semantics.md, "websocket". */
import { start } from '../handling'
import { isCut } from '../partition'
import type { PlaceRule } from '../place-rule'
import type { Line } from '../program'
import { leastBusy } from '../replica'
import { isBehind, otherEnd } from '../socket'

export const frame: PlaceRule<'frame'> = {
  natural: 'arrive',
  offer(view, token, { op }, offers) {
    if (isBehind(view, token) || isCut(view, op.line)) return
    offers.natural()
    offers.fault('lose-request')
  },
  proceed(draft, token, { op }) {
    const line = draft.program.lines[op.line] as Line
    const from = draft.program.handlers[op.handler]?.service ?? line.from
    const to = otherEnd(line, from)
    draft.emit?.('frame.received', to, { token, line: op.line, from, to, message: op.message })
    draft.set(draft.fields.rank, token, 0)
    const handler = draft.program.handlers[op.receiver ?? -1]
    if (handler === undefined) draft.remove(token)
    else start(draft, token, handler, leastBusy(draft, to))
  },
  lose(draft, token, { op }) {
    const line = draft.program.lines[op.line] as Line
    const from = draft.program.handlers[op.handler]?.service ?? line.from
    const to = otherEnd(line, from)
    draft.emit?.('frame.lost', from, { token, line: op.line, from, to, message: op.message })
    draft.remove(token)
  },
}

/** A closed socket is opened by its client, with one HTTP upgrade, once both sides are up. */
export const socket: PlaceRule<'socket'> = {
  natural: 'proceed',
  offer(view, _token, place, offers) {
    const line = view.program.lines[place.line] as Line
    if (isCut(view, place.line)) return
    if (view.isUp(line.from) && view.isUp(line.to)) offers.natural()
  },
  proceed(draft, token, place) {
    const line = draft.program.lines[place.line] as Line
    draft.emit?.('connection.opened', line.from, { line: place.line, from: line.from, to: line.to })
    draft.remove(token)
  },
}
