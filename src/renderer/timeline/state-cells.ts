/** Everything the state view shows, as named cells, so that two moments can be compared. Pure. */
import type { Moment, QueuedMessage, ServiceMoment } from '../../shared/engine/moment'

/** Cell name -> its content as a text. Names are built by `cell`. */
export type Cells = ReadonlyMap<string, string>

/** The name of a cell: `row/o1/order`, `effect/o1/charge`, `queue/OrderCreated/ready`, ... */
export function cell(...parts: readonly string[]): string {
  return parts.join('/')
}

const known = new WeakMap<Moment, Cells>()

/** What is as it was at the start has no cell: most services of a large scenario have nothing to tell. */
export function cellsOf(moment: Moment): Cells {
  const kept = known.get(moment)
  if (kept) return kept
  const cells = new Map<string, string>()
  known.set(moment, cells)
  for (const [order, rows] of Object.entries(moment.rows)) {
    for (const [entity, status] of Object.entries(rows))
      cells.set(cell('row', order, entity), status)
  }
  for (const [order, effects] of Object.entries(moment.effects)) {
    for (const [effect, times] of Object.entries(effects)) {
      if (times > 0) cells.set(cell('effect', order, effect), String(times))
    }
  }
  for (const [key, replies] of Object.entries(moment.replies)) {
    if (replies.length > 0) cells.set(cell('replies', key), replies.join(' '))
  }
  for (const queue of moment.queues) {
    if (queue.ready.length + queue.unacked.length + queue.dead.length === 0) continue
    for (const part of ['ready', 'unacked', 'dead'] as const) {
      cells.set(
        cell('queue', queue.name, queue.consumer, part),
        queue[part].map(messageText).join(' '),
      )
    }
  }
  for (const [service, now] of Object.entries(moment.services)) {
    if (!isBusy(now)) continue
    const { up, crashes, running, outbox, inbox } = now
    cells.set(cell('up', service), up && crashes === 0 ? '' : `${up} ${crashes}`)
    cells.set(cell('outbox', service), outbox.join(' '))
    cells.set(cell('inbox', service), inbox.join(' '))
    const handlers = running.map(
      ({ order, trigger, at, waiting, attempt }) =>
        `${order} ${trigger} ${at} ${waiting} ${attempt}`,
    )
    cells.set(cell('running', service), handlers.join(' | '))
  }
  return cells
}

/** Whether there is anything to say of a service. */
export function isBusy(now: ServiceMoment): boolean {
  return !now.up || now.crashes + now.running.length + now.outbox.length + now.inbox.length > 0
}

function messageText({ event, order, deliveries }: QueuedMessage): string {
  return `${event} ${order} ${deliveries}`
}

/** Names of the cells that came, went or became another between two moments. */
export function changedCells(before: Moment | null, after: Moment): ReadonlySet<string> {
  const changed = new Set<string>()
  if (!before) return changed
  const old = cellsOf(before)
  const now = cellsOf(after)
  for (const [name, content] of now) if ((old.get(name) ?? '') !== content) changed.add(name)
  for (const [name, content] of old) if (content !== '' && !now.has(name)) changed.add(name)
  return changed
}
