/**
 * A connection that is cut for a while. What is on its way stays on its way and arrives once the line is
 * whole again; a delivery and its acknowledgement wait; a publisher waits before it hands over, and hears no
 * confirm of what it had handed over; a commit over the line fails. A caller's timeout goes on counting:
 * it cannot know that its request is only late. semantics.md, `partition`.
 */
import type { Draft } from './draft'
import { missConfirm } from './missed-confirm'
import type { Publication } from './op'
import type { PlaceRule } from './place-rule'
import type { Line } from './program'
import type { View } from './view'

/** Longer than the usual timeout of 3 s, so that somebody notices. */
const HEAL_US = 5_000_000

export function isCut(view: View, line: number | undefined): boolean {
  if (line === undefined || view.cuts === 0) return false
  for (let t = view.first; t < view.last; t += view.stride) {
    const place = view.place(t)
    if (place.at === 'cut' && place.line === line) return true
  }
  return false
}

/** Whether the publisher cannot reach a drawn broker. An implied one stands at the publisher's own end. */
export function isHeldUp(view: View, { lines }: Publication): boolean {
  if (view.cuts === 0) return false
  return lines.some((line) => leadsToBroker(view, line) && isCut(view, line))
}

function leadsToBroker({ program }: View, line: number): boolean {
  return program.services[program.lines[line]?.to ?? -1]?.kind === 'broker'
}

export function canCut(view: View, line: Line): boolean {
  return line.cut !== undefined && !isCut(view, line.index)
}

export function cutLine(draft: Draft, index: number): void {
  const line = draft.program.lines[index] as Line
  if (line.cut === undefined) throw new Error(`${line.id} cannot be cut`)
  draft.emit?.('connection.cut', line.from, { line: index, from: line.from, to: line.to })
  draft.setCuts(draft.cuts + 1)
  draft.spawnBare(line.cut, HEAL_US)
  loseConfirms(draft, index)
}

/** A publisher that waits for a confirm on this line waits for the whole of its timeout, in vain. */
function loseConfirms(draft: Draft, line: number): void {
  if (!leadsToBroker(draft, line)) return
  const { last } = draft
  for (let t = draft.first; t < last; t += draft.stride) {
    const place = draft.place(t)
    if (place.at === 'confirm' && place.op.publication.lines.includes(line))
      missConfirm(draft, t, place.op)
  }
}

/** Who has been trying to connect gets through at once. */
function connectNow(draft: Draft, line: number): void {
  for (let t = draft.first; t < draft.last; t += draft.stride) {
    const place = draft.place(t)
    if (place.at === 'connecting' && place.op.line === line) draft.setDueUs(t, draft.nowUs)
  }
}

export const cut: PlaceRule<'cut'> = {
  natural: 'heal',
  offer(_view, _token, _place, offers) {
    offers.natural()
  },
  proceed(draft, token, place) {
    const line = draft.program.lines[place.line] as Line
    draft.setCuts(draft.cuts - 1)
    connectNow(draft, place.line)
    draft.emit?.('connection.healed', line.from, {
      line: place.line,
      from: line.from,
      to: line.to,
    })
    draft.remove(token)
  },
}
