/**
 * Runs very many arrivals through a system: Poisson in their coming, first come first served where they wait.
 * Virtual time only, statistics only: no state is kept of what went by. semantics.md, "The load driver".
 */
import type { Load, LoadLimit, LoadProgress } from '../../base/load'
import type { Following, LoadSystem, Move, Option, Timing } from '../../base/load-system'
import { hashText, uniform } from '../../base/random'
import { Durations } from './durations'
import { EventQueue } from './event-queue'
import { Floor } from './floor'
import { Order, Thing } from './order'
import type { StationRecord } from './station-record'

export interface LoadOptions {
  /** Arrivals a second, in the mean. */
  readonly rate: number
  /** Of virtual time. The first tenth of it is not measured: the stations are filling. */
  readonly seconds: number
  readonly seed: number
  readonly eventsMax?: number
  readonly ordersMax?: number
}

const ARRIVALS = hashText('arrivals')
const WARM_UP = 0.1
const EVENTS_MAX = 100_000_000
const ORDERS_MAX = 200_000
const SITUATIONS_MAX = 100_000
/** So much of one order at one moment, before anybody looks whether a limit is met. */
const AT_ONCE_MAX = 64
/** Progress is told every so many events. */
const EVENTS_A_TELLING = 20_000

export function* runLoad(system: LoadSystem, options: LoadOptions): Generator<LoadProgress, Load> {
  const run = new LoadRun(system, options)
  while (!run.goOn(EVENTS_A_TELLING)) yield run.progress
  return run.result
}

class LoadRun {
  private nowUs = 0
  private events = 0
  private arrivals = 0
  private nextArrivalUs = 0
  private readonly endUs: number
  private readonly warmUs: number
  private isWarm = false
  private limit: LoadLimit | undefined
  private readonly queue = new EventQueue()
  private readonly orders: (Order | undefined)[] = []
  private readonly free: number[] = []
  private underWay = 0
  private readonly floor: Floor
  /** When what `soonest` found last is due. */
  private soonestUs = 0

  private measuredFromUs = 0
  private arrivedBefore = 0
  private completed = 0
  private errors = 0
  private lost: Record<string, number> = {}
  private responses = new Durations()
  private lives = new Durations()

  constructor(
    private readonly system: LoadSystem,
    private readonly options: LoadOptions,
  ) {
    this.endUs = options.seconds * 1_000_000
    this.warmUs = this.endUs * WARM_UP
    this.floor = new Floor(system.stations, options.seed)
    this.nextArrivalUs = this.gapUs()
  }

  /** Takes so many events at most; true when the load has ended. */
  goOn(count: number): boolean {
    const { eventsMax = EVENTS_MAX, ordersMax = ORDERS_MAX } = this.options
    for (let left = count; left > 0; left -= 1) {
      const atUs = Math.min(this.queue.firstAt, this.nextArrivalUs)
      if (!this.isWarm && atUs >= this.warmUs) this.warmUp()
      if (atUs > this.endUs) return true
      if (this.events >= eventsMax) this.limit = 'events'
      else if (this.underWay > ordersMax) this.limit = 'orders'
      else if (this.system.situations > SITUATIONS_MAX) this.limit = 'situations'
      if (this.limit !== undefined) return true
      this.nowUs = atUs
      this.floor.nowUs = atUs
      if (this.nextArrivalUs <= this.queue.firstAt) this.arrive()
      else this.happen()
    }
    return false
  }

  get progress(): LoadProgress {
    return { seconds: this.nowUs / 1_000_000, events: this.events }
  }

  get result(): Load {
    const untilUs = this.limit === undefined ? this.endUs : this.nowUs
    this.floor.passUntil(untilUs)
    const measuredUs = Math.max(1, untilUs - this.measuredFromUs)
    return {
      end: this.limit === undefined ? 'time' : 'limit',
      ...(this.limit !== undefined && { limit: this.limit }),
      measuredSeconds: measuredUs / 1_000_000,
      arrivals: this.arrivals - this.arrivedBefore,
      completed: this.completed,
      unfinished: this.underWay,
      lost: this.lost,
      errors: this.errors,
      events: this.events,
      stations: this.floor.stations.map((station) => station.loadOver(measuredUs)),
      responses: this.responses.spread,
      lives: this.lives.spread,
    }
  }

  private warmUp(): void {
    this.isWarm = true
    this.measuredFromUs = this.warmUs
    for (const station of this.floor.stations) station.startOver(this.warmUs)
    this.arrivedBefore = this.arrivals
    this.completed = 0
    this.errors = 0
    this.lost = {}
    this.responses = new Durations()
    this.lives = new Durations()
  }

  private gapUs(): number {
    const chance = uniform(this.options.seed, ARRIVALS, this.arrivals)
    return this.nowUs + Math.round((-Math.log(chance) / this.options.rate) * 1_000_000)
  }

  private arrive(): void {
    const { situation, dueUs } = this.system.begin(this.arrivals)
    const index = this.free.pop() ?? this.orders.length
    const order = new Order(index, this.arrivals, this.nowUs, situation)
    this.orders[index] = order
    this.underWay += 1
    this.arrivals += 1
    this.events += 1
    this.nextArrivalUs = this.gapUs()
    order.things = dueUs.map((us, thing) => {
      const made = new Thing(order)
      made.workUs = us
      made.wants = situation.holds[thing] ?? []
      return made
    })
    for (const thing of order.things) this.floor.begin(thing)
    this.lookAhead(order)
    this.lookAheadForTouched()
  }

  private happen(): void {
    const order = this.orders[this.queue.take()]
    // It was told of another moment since.
    if (order === undefined || order.nextUs !== this.nowUs) return
    let option = this.soonest(order)
    let left = AT_ONCE_MAX
    do {
      left -= 1
      this.events += 1
      this.follow(order, order.situation.follow(option, this.isRoom(order, option)))
      // Nobody else has anything to do at this moment: it goes on at once, past the queue.
      if (this.queue.firstAt === this.nowUs || this.floor.touched.length > 0) break
      option = this.soonest(order)
    } while (left > 0 && this.soonestUs === this.nowUs && order.situation.limit === undefined)
    order.nextUs = -1
    this.lookAhead(order)
    this.lookAheadForTouched()
  }

  private isRoom({ situation }: Order, option: number): boolean {
    const room = situation.options[option]?.room
    if (room === undefined) return true
    const { busyNow, waitingNow } = this.floor.stations[room.station] as StationRecord<Thing>
    return busyNow + waitingNow < room.most
  }

  private follow(order: Order, move: Move): void {
    const before = order.things
    const after = move.things.map((following) => this.followed(order, before, following))
    for (const thing of before) if (!after.includes(thing)) this.floor.leaveAll(thing)
    order.things = after
    order.situation = move.to
    // Places are given back before any is taken: who waited comes first.
    for (let i = 0; i < after.length; i += 1) {
      if (move.things[i]?.due === undefined) continue
      this.floor.leave(after[i] as Thing, move.to.holds[i] ?? [])
    }
    for (let i = 0; i < after.length; i += 1)
      if (move.things[i]?.due !== undefined) this.floor.begin(after[i] as Thing)
    for (const { station, counted } of move.counts) {
      const record = this.floor.stations[station] as StationRecord<Thing>
      record.counts[counted] += 1
    }
    if (move.answer !== undefined) this.answer(order, move.answer.isError)
  }

  /** The thing with its times for what follows; it does not hold what it wants yet. */
  private followed(order: Order, before: readonly Thing[], following: Following): Thing {
    const { was, due, deadline, deadlineOf } = following
    const deadlineUs =
      deadline === undefined
        ? deadlineOf === undefined
          ? undefined
          : (before[deadlineOf] as Thing).deadlineUs
        : Math.min(this.nowUs + this.durationUs(deadline, order), capOf(deadline, before))
    const thing = was === undefined ? new Thing(order) : (before[was] as Thing)
    if (due !== undefined) {
      thing.workUs = this.durationUs(due, order)
      thing.latestUs = capOf(due, before)
      thing.dueUs = Number.POSITIVE_INFINITY
    }
    if (deadlineUs !== undefined) thing.deadlineUs = deadlineUs
    return thing
  }

  private durationUs({ afterUs, samples }: Timing, { arrival }: Order): number {
    let us = afterUs
    for (const sample of samples) us += sample.drawUs(arrival)
    return us
  }

  // What happens next to an order.

  /** The option that is due first, as the timeline has it: ties by place in the list. */
  private soonest(order: Order): number {
    let first = -1
    let firstUs = Number.POSITIVE_INFINITY
    const { options } = order.situation
    for (let number = 0; number < options.length; number += 1) {
      const option = options[number] as Option
      const thing = order.things[option.thing] as Thing
      const us = Math.max(this.nowUs, option.atDeadline ? thing.deadlineUs : thing.dueUs)
      if (us > firstUs || us === Number.POSITIVE_INFINITY) continue
      if (us === firstUs && !this.isLessBusy(option, options[first])) continue
      first = number
      firstUs = us
    }
    this.soonestUs = firstUs
    return first
  }

  /** Of several consumers that could take the same message, whether this one has less to do. */
  private isLessBusy(option: Option, other: Option | undefined): boolean {
    if (other === undefined || option.thing !== other.thing) return false
    if (option.towards === undefined || other.towards === undefined) return false
    return this.floor.isLessBusy(option.towards, other.towards)
  }

  private lookAhead(order: Order): void {
    if (this.orders[order.index] !== order) return
    const { limit } = order.situation
    if (limit === undefined) this.soonest(order)
    if (limit !== undefined || (this.soonestUs === Number.POSITIVE_INFINITY && !isWaiting(order))) {
      this.end(order, limit)
      return
    }
    if (order.nextUs === this.soonestUs) return
    order.nextUs = this.soonestUs
    if (order.nextUs !== Number.POSITIVE_INFINITY) this.queue.add(order.nextUs, order.index)
  }

  /** Giving places back can end nobody's life, but it lets others go on. */
  private lookAheadForTouched(): void {
    for (let order = this.floor.touched.pop(); order; order = this.floor.touched.pop())
      this.lookAhead(order)
  }

  private answer(order: Order, isError: boolean): void {
    if (isError) this.errors += 1
    if (order.isAnswered) return
    order.isAnswered = true
    this.responses.add(this.nowUs - order.arrivedUs)
  }

  private end(order: Order, limit: string | undefined): void {
    for (const thing of order.things) this.floor.leaveAll(thing)
    this.orders[order.index] = undefined
    this.free.push(order.index)
    this.underWay -= 1
    if (limit !== undefined) {
      this.lost[limit] = (this.lost[limit] ?? 0) + 1
      return
    }
    this.completed += 1
    const us = this.nowUs - order.arrivedUs
    this.lives.add(us)
    if (!order.isAnswered) this.responses.add(us)
  }
}

function isWaiting(order: Order): boolean {
  return order.things.some(({ waitsAt }) => waitsAt !== undefined)
}

function capOf({ capBy }: Timing, before: readonly Thing[]): number {
  return capBy === undefined ? Number.POSITIVE_INFINITY : (before[capBy] as Thing).deadlineUs
}
