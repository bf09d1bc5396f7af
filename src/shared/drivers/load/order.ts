/** An arrival on its way through a load, and the things under way for it. */
import type { Situation } from '../../base/load-system'
import type { Seat, StationRecord } from './station-record'

export class Order {
  things: Thing[] = []
  /** When something happens to it next; what the event queue says of any other time is out of date. */
  nextUs = -1
  isAnswered = false

  constructor(
    /** Its place in the list of those under way. */
    readonly index: number,
    readonly arrival: number,
    readonly arrivedUs: number,
    public situation: Situation,
  ) {}
}

export interface Held {
  readonly seat: Seat<Thing>
  /** Since when it wanted the place. */
  readonly wantedUs: number
}

export class Thing {
  dueUs = Number.POSITIVE_INFINITY
  deadlineUs = Number.POSITIVE_INFINITY
  readonly held: Held[] = []
  wants: readonly number[] = NOTHING
  /** How long it takes once it holds what it wants, and when it ends at the latest. */
  workUs = 0
  latestUs = Number.POSITIVE_INFINITY
  /** The line it stands in. */
  waitsAt: Seat<Thing> | undefined
  /** Where it is counted as waiting. */
  waitsFor: StationRecord<Thing> | undefined
  /** Since when it wants the place that it wants now. */
  wantedUs = 0

  constructor(readonly order: Order) {}
}

const NOTHING: readonly number[] = []
