/**
 * What is on its way in a state: requests, answers, events, confirms, frames, commits. Where a dot is on its
 * line is a function of the virtual time alone.
 */
import type { Flight } from './moment'
import type { Line } from './program'
import { orderName, type Token, type View } from './view'

type Travel = Pick<Flight, 'kind' | 'direction' | 'message'> & { readonly line: number }

/** The flight that a token is; none for what stands still. Only the timed machine has times of flight. */
export function flightOf(view: View, token: Token): readonly Flight[] {
  if (!view.program.timed) return []
  const travel = travelOf(view, token)
  const line = view.program.lines[travel?.line ?? -1]
  if (travel === undefined || line === undefined) return []
  const sentUs = view.sentUs(token)
  const arrivesUs = view.dueUs(token)
  if (arrivesUs < view.nowUs || arrivesUs <= sentUs) return []
  return [
    {
      id: messageId(view, token),
      connection: line.id,
      kind: travel.kind,
      direction: travel.direction,
      order: orderName(view.program, view.key(token), view.order(token)),
      message: travel.message,
      sentUs,
      arrivesUs,
      late: isLate(view, token),
    },
  ]
}

const SERIALS = 65_536

/** One for each thing that is sent: the token, and the step that sent it. */
export function messageId(view: View, token: Token): number {
  const { cause, serial } = view.fields
  return view.get(cause, token) * SERIALS + (view.get(serial, token) % SERIALS)
}

/** The `seq` of the step that sent what has this id. */
export function sentBy(id: number): number {
  return Math.floor(id / SERIALS)
}

function isLate(view: View, token: Token): boolean {
  const { at } = view.place(token)
  return (at === 'request' || at === 'response') && view.get(view.fields.link, token) === 0
}

function travelOf(view: View, token: Token): Travel | undefined {
  const place = view.place(token)
  switch (place.at) {
    case 'request':
      return {
        kind: 'request',
        direction: 'forward',
        message: place.op.message,
        line: place.op.line,
      }
    case 'response':
      return { kind: 'response', direction: 'back', message: place.message, line: place.line }
    case 'frame': {
      const line = view.program.lines[place.op.line] as Line
      const sender = view.program.handlers[place.op.handler]?.service
      const direction = sender === line.from ? 'forward' : 'back'
      return { kind: 'frame', direction, message: place.op.message, line: place.op.line }
    }
    case 'queued': {
      const feed = view.program.queues[place.queue]?.feeds[place.feed]
      const line = feed?.deliveries.find((one) => one !== undefined)?.line
      if (feed === undefined || line === undefined) return undefined
      return { kind: 'event', direction: 'forward', message: feed.event, line }
    }
    case 'confirm': {
      // An implied broker stands on the line itself: there is nowhere for the confirm to come from.
      const { publication } = place.op
      const line = publication.lines.find((one) =>
        publication.brokers.includes(view.program.lines[one]?.to ?? -1),
      )
      if (line === undefined) return undefined
      return { kind: 'confirm', direction: 'back', message: publication.event, line }
    }
    case 'op': {
      const { op } = place
      if (op.op !== 'commit' || op.line === undefined) return undefined
      const message = view.program.entities[op.saves[0]?.entity ?? -1]?.name ?? ''
      return { kind: 'sql', direction: 'forward', message, line: op.line }
    }
    default:
      return undefined
  }
}
