/** A station under load: who is served, who waits, and what is measured of both. First come, first served. */
import type { StationLoad } from '../../base/load'
import type { Counted, Station } from '../../base/load-system'
import { Durations } from './durations'

/** Whoever stands in a line knows which: it may have gone away meanwhile. */
export interface InLine {
  readonly waitsAt: unknown
}

/** One lane's places and the line before them. */
export class Seat<Waiter extends InLine> {
  busy = 0
  private line: Waiter[] = []
  private head = 0

  constructor(
    readonly station: StationRecord<Waiter>,
    private readonly capacity: number,
  ) {}

  /** Whether somebody new is served at once: nobody may overtake who waits. */
  get isFree(): boolean {
    return this.busy < this.capacity && this.head === this.line.length
  }

  wait(thing: Waiter): void {
    this.line.push(thing)
  }

  /** The next one in line if there is room for it; those who went away meanwhile are passed over. */
  next(): Waiter | undefined {
    while (this.busy < this.capacity && this.head < this.line.length) {
      const thing = this.line[this.head] as Waiter
      this.head += 1
      if (this.head > 1_024 && 2 * this.head > this.line.length) {
        this.line = this.line.slice(this.head)
        this.head = 0
      }
      if (thing.waitsAt === this) return thing
    }
    return undefined
  }

  /** How busy it is, where several could be asked. */
  get pressure(): number {
    return (this.busy + this.line.length - this.head) / this.capacity
  }
}

/** What is measured of a station, all its lanes together. Areas are over time, in us. */
export class StationRecord<Waiter extends InLine> {
  readonly seats: readonly Seat<Waiter>[]
  readonly capacity: number
  /** Waiting here is waiting for the station that is wanted next. */
  readonly isOnTheWay: boolean
  waits = new Durations()
  responses = new Durations()
  counts: Record<Counted, number> = { error: 0, timeout: 0, retry: 0, refused: 0 }
  busyNow = 0
  waitingNow = 0
  busyArea = 0
  waitingArea = 0
  waitingMax = 0
  private sinceUs = 0

  constructor({ capacity, lanes, isOnTheWay }: Station) {
    this.isOnTheWay = isOnTheWay === true
    this.capacity = capacity * lanes
    this.seats = Array.from({ length: lanes }, () => new Seat(this, capacity))
  }

  /** What was measured so far does not count; what is the case does. */
  startOver(nowUs: number): void {
    this.waits = new Durations()
    this.responses = new Durations()
    this.counts = { error: 0, timeout: 0, retry: 0, refused: 0 }
    this.busyArea = 0
    this.waitingArea = 0
    this.waitingMax = this.waitingNow
    this.sinceUs = nowUs
  }

  changeBusy(by: number, nowUs: number): void {
    this.pass(nowUs)
    this.busyNow += by
  }

  changeWaiting(by: number, nowUs: number): void {
    this.pass(nowUs)
    this.waitingNow += by
    if (this.waitingNow > this.waitingMax) this.waitingMax = this.waitingNow
  }

  /** Time goes by with things as they are. */
  pass(nowUs: number): void {
    const us = nowUs - this.sinceUs
    this.busyArea += us * this.busyNow
    this.waitingArea += us * this.waitingNow
    this.sinceUs = nowUs
  }

  /** What was measured in so much time up to now. */
  loadOver(us: number): StationLoad {
    const { counts } = this
    return {
      capacity: this.capacity,
      busy: this.busyArea / us,
      queueMean: this.waitingArea / us,
      queueMax: this.waitingMax,
      waits: this.waits.spread,
      responses: this.responses.spread,
      errors: counts.error,
      timeouts: counts.timeout,
      retries: counts.retry,
      refused: counts.refused,
    }
  }
}
