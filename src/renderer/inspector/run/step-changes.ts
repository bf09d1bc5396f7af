/** What one step changed: two moments compared, as short facts. Pure; knows no words of any language. */
import type { ConnectionId, ServiceId } from '../../../shared/base/ids'
import type { Moment, QueueMoment } from '../../../shared/engine/moment'

export interface Change {
  /** Catalogue key of what changed, and what its words need. */
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  /** As it was and as it is; either may be absent. */
  readonly before?: string
  readonly after?: string
  readonly service?: ServiceId
  readonly connection?: ConnectionId
}

type Table = Readonly<Record<string, Readonly<Record<string, string | number>>>>

/** Rows or effects: two levels of names, compared cell by cell. */
function cells(key: string, before: Table, after: Table): Change[] {
  const changes: Change[] = []
  for (const [order, now] of Object.entries(after)) {
    for (const [name, value] of Object.entries(now)) {
      const was = before[order]?.[name]
      if (was === value) continue
      changes.push({
        key,
        values: { order, name },
        ...(was === undefined ? {} : { before: String(was) }),
        after: String(value),
      })
    }
  }
  return changes
}

function replies(before: Moment, after: Moment): Change[] {
  return Object.entries(after.replies).flatMap(([key, statuses]) => {
    const known = before.replies[key]?.length ?? 0
    return statuses
      .slice(known)
      .map((status) => ({ key: 'change.reply', values: { order: key }, after: String(status) }))
  })
}

const QUEUE_PARTS = ['ready', 'unacked', 'dead'] as const

function isSameQueue(a: QueueMoment | undefined, b: QueueMoment): a is QueueMoment {
  return a?.name === b.name && a.connection === b.connection && a.consumer === b.consumer
}

/** Moments of one run have their queues in one order, and the same object for one that stays empty. */
function queues(before: Moment, after: Moment): Change[] {
  return after.queues.flatMap((queue, place) => {
    const there = before.queues[place]
    if (there === queue) return []
    const earlier = isSameQueue(there, queue)
      ? there
      : before.queues.find((one) => isSameQueue(one, queue))
    return QUEUE_PARTS.flatMap((part) => {
      const was = earlier?.[part].length ?? 0
      const now = queue[part].length
      if (was === now) return []
      return [
        {
          key: `change.${part}`,
          values: { name: queue.name },
          before: String(was),
          after: String(now),
          service: queue.consumer,
          connection: queue.connection,
        },
      ]
    })
  })
}

function services(before: Moment, after: Moment): Change[] {
  return Object.entries(after.services).flatMap(([service, now]) => {
    const was = before.services[service]
    if (!was || was === now) return []
    const changes: Change[] = []
    const count = (key: string, old: number, fresh: number) => {
      if (old !== fresh) {
        changes.push({ key, values: {}, before: String(old), after: String(fresh), service })
      }
    }
    if (was.up !== now.up) {
      changes.push({ key: now.up ? 'change.up' : 'change.down', values: {}, service })
    }
    count('change.running', was.running.length, now.running.length)
    count('change.inbox', was.inbox.length, now.inbox.length)
    count('change.outbox', was.outbox.length, now.outbox.length)
    return changes
  })
}

function promises(before: Moment, after: Moment): Change[] {
  return after.invariants.flatMap((now) => {
    const was = before.invariants.find((one) => one.id === now.id && one.key === now.key)
    if (!was || was.status === now.status) return []
    return [{ key: `change.promise.${now.status}`, values: { id: now.id, order: now.key ?? '' } }]
  })
}

/** Everything that differs, in the order rows, effects, replies, queues, services, promises. */
export function stepChanges(before: Moment, after: Moment): readonly Change[] {
  return [
    ...cells('change.row', before.rows, after.rows),
    ...cells('change.effect', before.effects, after.effects),
    ...replies(before, after),
    ...queues(before, after),
    ...services(before, after),
    ...promises(before, after),
  ]
}
