/**
 * The brokers that nobody drew: a line of events from service to service has one of its own, with a topic and
 * a queue for each consumer (semantics.md, "broker"). Lines share one where one topic or one queue is theirs:
 * what a service publishes as one event, along several lines, goes to one broker, and a queue that two lines
 * fill stands in one. Two events of one service have two: nothing in the drawing says that they meet.
 */
import { isBrokered } from '../scenario/connection'
import type { Assembly } from './assembly'
import type { ServiceProgram } from './program'

/** By broker, in the order of its first line: the lines that imply it. */
export type ImpliedBrokers = readonly (readonly number[])[]

/** Of an assembly whose events are routed. */
export function impliedBrokers(assembly: Assembly): ImpliedBrokers {
  const groups = new Groups()
  for (const { lines } of assembly.publications)
    groups.join(lines.filter((line) => impliesBroker(assembly, line)))
  for (const queue of assembly.queues)
    if (queue.broker === undefined)
      groups.join(queue.feeds.flatMap((feed) => feed.deliveries.flatMap((one) => one?.line ?? [])))
  return groups.all()
}

function impliesBroker({ names }: Assembly, line: number): boolean {
  const connection = names.connectionAt(line)
  const ends = [connection.from, connection.to].map((id) => names.service(id))
  return (
    isBrokered(connection.protocol) &&
    ends.every((end) => end !== undefined && names.serviceAt(end).kind !== 'broker')
  )
}

/** Puts the brokers where the drawn ones are: behind publications, around queues. They can stop from here on. */
export function raiseBrokers(
  assembly: Assembly,
  brokers: ImpliedBrokers,
): readonly ServiceProgram[] {
  return brokers.map((lines, number) => {
    const index = serviceOfImplied(assembly, number)
    for (const publication of assembly.publications)
      if (publication.lines.some((line) => lines.includes(line)))
        (publication.brokers as number[]).push(index)
    for (const queue of assembly.queues)
      if (
        queue.feeds.some(({ deliveries }) =>
          deliveries.some((one) => one && lines.includes(one.line)),
        )
      )
        queue.broker = index
    return {
      index,
      id: undefined,
      kind: 'broker',
      name: '',
      replicas: 1,
      workers: 1,
      maxRequests: 0,
      stoppedBy: ['stop-broker'],
      lines,
      down: assembly.put({ at: 'down', service: index }),
    }
  })
}

/** Implied ones come after all that are drawn. */
export function serviceOfImplied({ names }: Assembly, broker: number): number {
  return names.services.length + broker
}

/** Lines that are joined, directly or by way of others, are one group. */
class Groups {
  private groups: readonly (readonly number[])[] = []

  join(lines: readonly number[]): void {
    if (lines.length === 0) return
    const isMet = (group: readonly number[]) => group.some((line) => lines.includes(line))
    const joined = new Set([...lines, ...this.groups.filter(isMet).flat()])
    const apart = this.groups.filter((group) => !isMet(group))
    this.groups = [...apart, [...joined].sort((a, b) => a - b)]
  }

  all(): readonly (readonly number[])[] {
    return this.groups.toSorted(([a = 0], [b = 0]) => a - b)
  }
}
