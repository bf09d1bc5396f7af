/**
 * A connection that is cut for a while. What is on its way stays on its way and arrives once the line is
 * whole again; a delivery and its acknowledgement wait; a publisher waits before it hands over, and hears no
 * confirm of what it had handed over; a commit over the line fails. A caller's timeout goes on counting:
 * it cannot know that its request is only late. semantics.md, `partition`.
 */
import type { CutHalf } from '../scenario/scenario'
import type { Draft } from './draft'
import { missConfirm } from './missed-confirm'
import type { Publication } from './op'
import type { PlaceRule } from './place-rule'
import { type Line, publicationsAlong, sharing } from './program'
import type { View } from './view'

/** Longer than the usual timeout of 3 s, so that somebody notices. */
const HEAL_US = 5_000_000

/**
 * What a cut takes, by its way as a choice: all of a line, or one half of a line whose broker nobody drew. Such
 * a line is two connections, as it were drawn: the publisher's, which all its lines to that broker share, and
 * the consumer's. A search cuts one connection at a time; somebody who points at the line cuts both.
 */
export const CUTS: readonly (CutHalf | undefined)[] = [undefined, 'publisher', 'consumer']

/** Whether nothing travels on it: on a line that implies its broker, from there to the consumer. */
export function isCut(view: View, line: number | undefined): boolean {
  return isHalfCut(view, line, 'consumer')
}

function isHalfCut(view: View, line: number | undefined, half: CutHalf): boolean {
  if (line === undefined || view.cuts === 0) return false
  for (let t = view.first; t < view.last; t += view.stride) {
    const place = view.place(t)
    if (place.at === 'cut' && place.line === line && (place.half ?? 'consumer') === half)
      return true
  }
  return false
}

/** Whether nothing gets from the publisher to the broker that this line implies; false where it implies none. */
export function isPublisherCut(view: View, { publisherHalf }: Line): boolean {
  return isHalfCut(view, publisherHalf?.line, 'publisher')
}

/** Whether the publisher cannot reach a broker of its event, drawn or implied. */
export function isHeldUp(view: View, { lines }: Publication): boolean {
  if (view.cuts === 0) return false
  return lines.some((index) => {
    const line = view.program.lines[index] as Line
    return isPublisherCut(view, line) || (leadsToBroker(view, line) && isCut(view, index))
  })
}

function leadsToBroker({ program }: View, line: Line): boolean {
  return program.services[line.to]?.kind === 'broker'
}

/** Whether this may be cut just now. What lines share is cut along the first of them. */
export function canCut(view: View, line: Line, half: CutHalf | undefined): boolean {
  if (line.cut === undefined) return false
  const { publisherHalf } = line
  if (publisherHalf === undefined) return half === undefined && !isCut(view, line.index)
  switch (half) {
    case 'publisher':
      return publisherHalf.line === line.index && !isPublisherCut(view, line)
    case 'consumer':
      return !isCut(view, line.index)
    case undefined:
      // Two faults at the price of one: only where faults have no price.
      if (view.program.budgets !== undefined) return false
      return !isCut(view, line.index) && !isPublisherCut(view, line)
  }
}

export function cutLine(
  draft: Draft,
  index: number,
  half: CutHalf | undefined,
  healUs = HEAL_US,
): void {
  const line = draft.program.lines[index] as Line
  if (line.cut === undefined) throw new Error(`${line.id} cannot be cut`)
  const { publisherHalf } = line
  if (publisherHalf !== undefined && half !== 'consumer') {
    report(draft, 'connection.cut', line, 'publisher')
    cutAt(draft, publisherHalf.cut, healUs)
    loseConfirms(draft, publicationsAlong(draft.program, sharing(draft.program, line)))
    if (half === 'publisher') return
  }
  report(draft, 'connection.cut', line, publisherHalf === undefined ? undefined : 'consumer')
  cutAt(draft, line.cut, healUs)
  if (leadsToBroker(draft, line)) loseConfirms(draft, publicationsAlong(draft.program, [line]))
}

function cutAt(draft: Draft, place: number, healUs: number): void {
  draft.setCuts(draft.cuts + 1)
  draft.spawnBare(place, healUs)
}

/** Of half a line only the end that is drawn can be named. */
function report(
  draft: Draft,
  kind: 'connection.cut' | 'connection.healed',
  line: Line,
  half: CutHalf | undefined,
): void {
  const { index, from, to } = line
  if (half === undefined) {
    draft.emit?.(kind, from, { line: index, from, to })
    return
  }
  const { program } = draft
  const along = half === 'publisher' ? sharing(program, line) : [line]
  const events = publicationsAlong(program, along).map(({ event }) => event)
  draft.emit?.(kind, half === 'publisher' ? from : to, {
    line: index,
    from,
    to,
    message: [...new Set(events)].join(', '),
    detail: { context: half, connections: along.map(({ id }) => id).join(' ') },
  })
}

/** A publisher that waits for a confirm on a line that is cut waits for the whole of its timeout, in vain. */
function loseConfirms(draft: Draft, publications: readonly Publication[]): void {
  const { last } = draft
  for (let t = draft.first; t < last; t += draft.stride) {
    const place = draft.place(t)
    if (place.at === 'confirm' && publications.includes(place.op.publication))
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
    if (place.half === undefined) connectNow(draft, place.line)
    report(draft, 'connection.healed', line, place.half)
    draft.remove(token)
  },
}
