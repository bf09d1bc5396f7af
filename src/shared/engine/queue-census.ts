/**
 * One look over all queues of a state: which message of each lane is next, whether a lane is busy, how many
 * deliveries each consumer holds. Taken once for everything that is offered in a state, and only if a queue
 * is asked about.
 */
import type { Program, Queue } from './program'
import type { Token, View } from './view'

/** Where the counters of each queue begin: queues have different numbers of lanes and consumers. */
interface Starts {
  readonly lanes: readonly number[]
  readonly consumers: readonly number[]
  readonly laneCount: number
  readonly consumerCount: number
}

const starts = new WeakMap<Program, Starts>()

export class QueueCensus {
  private readonly starts: Starts
  private readonly heads: Int32Array
  private readonly busy: Uint8Array
  private readonly held: Int32Array

  constructor(program: Program) {
    this.starts = startsOf(program)
    this.heads = new Int32Array(this.starts.laneCount)
    this.busy = new Uint8Array(this.starts.laneCount)
    this.held = new Int32Array(this.starts.consumerCount)
  }

  /** Looks at another state. */
  take(view: View): void {
    this.heads.fill(0)
    this.busy.fill(0)
    this.held.fill(0)
    for (let t = view.first; t < view.last; t += view.stride) this.count(view, t)
  }

  private count(view: View, token: Token): void {
    const index = view.queue(token)
    if (index < 0) return
    const queue = view.program.queues[index] as Queue
    const position = view.get(view.fields.rank, token)
    const handler = view.handler(token)
    if (handler === undefined) {
      if (position > 0) this.countReady(this.lane(view, token, queue), position)
      return
    }
    const consumer = (this.starts.consumers[index] as number) + (handler.consumer ?? 0)
    this.held[consumer] = (this.held[consumer] as number) + 1
    if (position > 0) this.busy[this.lane(view, token, queue)] = 1
  }

  private countReady(lane: number, position: number): void {
    const head = this.heads[lane] as number
    if (head === 0 || position < head) this.heads[lane] = position
  }

  private lane(view: View, token: Token, queue: Queue): number {
    return (this.starts.lanes[queue.index] as number) + laneOf(view, token, queue)
  }

  /** Whether this ready message is the first of its lane. */
  isNext(view: View, token: Token, queue: Queue): boolean {
    return this.heads[this.lane(view, token, queue)] === view.get(view.fields.rank, token)
  }

  /** Whether a delivery of this message's lane is being handled. */
  isBusy(view: View, token: Token, queue: Queue): boolean {
    return this.busy[this.lane(view, token, queue)] === 1
  }

  heldBy(queue: Queue, consumer: number): number {
    return this.held[(this.starts.consumers[queue.index] as number) + consumer] ?? 0
  }
}

/** Order is kept within a lane: a whole RabbitMQ queue, one partition of a Kafka topic. */
export function laneOf(view: View, token: Token, queue: Queue): number {
  if (queue.flavor === 'rabbitmq') return 0
  return (view.program.keys[view.key(token)]?.hash ?? 0) % queue.partitions
}

function startsOf(program: Program): Starts {
  const known = starts.get(program)
  if (known !== undefined) return known
  let laneCount = 0
  let consumerCount = 0
  const lanes: number[] = []
  const consumers: number[] = []
  for (const queue of program.queues) {
    lanes.push(laneCount)
    consumers.push(consumerCount)
    laneCount += queue.flavor === 'kafka' ? queue.partitions : 1
    consumerCount += queue.consumers.length
  }
  const counted = { lanes, consumers, laneCount, consumerCount }
  starts.set(program, counted)
  return counted
}
