/**
 * Written handlers follow the drawing: when a line gets another protocol, another event or other ends, what
 * its two services did over the old line they do over the new one, as far as that can be done.
 */
import type { Action } from './action'
import { type Connection, isBrokered, isSynchronous } from './connection'
import type { Handler } from './handler'
import { withActions } from './handler-lines'
import { innermost } from './rewrite-actions'

/** How a line is used: asked and answered, published to, written frames into, or not by an action. */
type Way = 'ask' | 'publish' | 'push' | 'none'

function wayOf({ protocol }: Connection): Way {
  if (isSynchronous(protocol)) return 'ask'
  if (isBrokered(protocol)) return 'publish'
  return protocol === 'websocket' ? 'push' : 'none'
}

/** Whether the change is one that handlers follow. */
export function isFollowed(before: Connection, after: Connection): boolean {
  return (['protocol', 'event', 'from', 'to'] as const).some(
    (field) => before[field] !== after[field],
  )
}

/** A line before and after a change, seen by one of the services it joins or joined. */
interface Seen {
  readonly before: Connection
  readonly after: Connection
  readonly service: string
  /** The service's brokered lines besides this one: they may carry the same event. */
  readonly others: readonly Connection[]
}

/**
 * The service's handlers after the change, the same list where they stay. `connections` are all lines of
 * the scenario; the changed one among them is looked at neither before nor after.
 */
export function handlersFollowing(
  handlers: readonly Handler[],
  service: string,
  before: Connection,
  after: Connection,
  connections: readonly Connection[],
): readonly Handler[] {
  const others = connections.filter(
    (line) =>
      line.id !== before.id &&
      isBrokered(line.protocol) &&
      (line.from === service || line.to === service),
  )
  const seen: Seen = { before, after, service, others }
  const left = handlers.flatMap((handler) =>
    received(handler, seen).map((one) => sending(one, seen)),
  )
  const isSame = left.length === handlers.length && left.every((one, i) => one === handlers[i])
  return isSame ? handlers : left
}

/** Frames go both ways; everything else goes from `from` to `to`. */
const sends = (line: Connection, service: string) =>
  line.from === service || (line.protocol === 'websocket' && line.to === service)
const receives = (line: Connection, service: string) =>
  line.to === service || (line.protocol === 'websocket' && line.from === service)

function sending(handler: Handler, seen: Seen): Handler {
  const { before, after, service, others } = seen
  if (!sends(before, service)) return handler
  const isStillCarried = others.some((line) => line.from === service && line.event === before.event)
  const publishes = new Set(
    innermost(handler.do).flatMap((action) => ('publish' in action ? [action.publish] : [])),
  )
  return withActions(handler, (action) => {
    if (!isSentOver(action, before)) return [action]
    const isPublication = 'publish' in action
    // An event that no line carries any more stays written: the line may be drawn again.
    if (!sends(after, service)) return isPublication ? [action] : []
    const next = sentOver(action, after, publishes)
    return isPublication && isStillCarried && next[0] !== action ? [action, ...next] : next
  })
}

function isSentOver(action: Action, line: Connection): boolean {
  if ('call' in action) return action.call === line.id
  if ('push' in action) return action.push === line.id
  return 'publish' in action && wayOf(line) === 'publish' && action.publish === line.event
}

function sentOver(
  action: Action,
  after: Connection,
  publishes: ReadonlySet<string>,
): readonly Action[] {
  switch (wayOf(after)) {
    case 'ask':
      return ['call' in action ? action : { call: after.id }]
    case 'push':
      return ['push' in action ? action : { push: after.id }]
    case 'publish': {
      const { event } = after
      const isPublication = 'publish' in action
      if (event === undefined || (isPublication && action.publish === event)) {
        return isPublication ? [action] : []
      }
      // One publication reaches every line that carries the event.
      if (publishes.has(event)) return []
      return [isPublication ? { ...action, publish: event } : { publish: event }]
    }
    case 'none':
      return 'publish' in action ? [action] : []
  }
}

/** None, one or two handlers: two where the old event still comes by another line. */
function received(handler: Handler, seen: Seen): readonly Handler[] {
  const { before, after, service, others } = seen
  const { on } = handler
  const isByLine = 'connection' in on && on.connection === before.id
  const isByEvent =
    'event' in on &&
    wayOf(before) === 'publish' &&
    before.event === on.event &&
    before.to === service
  if (!isByLine && !isByEvent) return [handler]
  if (!receives(after, service)) return isByLine ? [] : [handler]
  const way = wayOf(after)
  if (isByLine) return way === 'none' ? [] : [answering(handler, before, after)]
  if (way === 'none') return [handler]
  const isStillCarried = others.some((line) => line.to === service && line.event === before.event)
  if (way !== 'publish') {
    const asked = answering({ ...handler, on: { connection: after.id } }, before, after)
    return isStillCarried ? [handler, asked] : [asked]
  }
  const { event } = after
  if (event === undefined || event === before.event) return [handler]
  const renamed: Handler = { ...handler, on: { event } }
  return isStillCarried ? [handler, renamed] : [renamed]
}

/** A request is answered, and in the words of its protocol; an event or a frame is not. */
function answering(handler: Handler, before: Connection, after: Connection): Handler {
  if (wayOf(after) !== 'ask') {
    return withActions(handler, (action) => ('reply' in action ? [] : [action]))
  }
  if (wayOf(before) !== 'ask') {
    const hasReply = innermost(handler.do).some((action) => 'reply' in action)
    const status = after.protocol === 'grpc' ? 0 : 200
    return hasReply ? handler : { ...handler, do: [...handler.do, { reply: status }] }
  }
  if (before.protocol === after.protocol) return handler
  return withActions(handler, (action) => {
    if ('reply' in action) return [{ reply: translated(action.reply, after) }]
    return 'fail' in action ? [{ fail: translated(action.fail, after) }] : [action]
  })
}

/** gRPC: 0 is OK and 13 INTERNAL (grpc/doc/statuscodes.md); HTTP: 200 and 500 (RFC 9110 section 15). */
function translated(status: number, { protocol }: Connection): number {
  const isDone = status === 0 || (status >= 100 && status < 400)
  const [done, failed] = protocol === 'grpc' ? [0, 13] : [200, 500]
  return isDone ? done : failed
}
