/**
 * The stations of a load and who stands where: places are taken one after the other, in the order in which a
 * thing wants them, and given back to whoever waits longest.
 */
import type { Station } from '../../base/load-system'
import { hashText, uniform } from '../../base/random'
import type { Order, Thing } from './order'
import { type Seat, StationRecord } from './station-record'

const LANES = hashText('lanes')

export class Floor {
  nowUs = 0
  readonly stations: readonly StationRecord<Thing>[]
  /** Orders that somebody made room for: they may go on at another time than they thought. */
  readonly touched: Order[] = []

  constructor(
    stations: readonly Station[],
    private readonly seed: number,
  ) {
    this.stations = stations.map((station) => new StationRecord<Thing>(station))
  }

  passUntil(us: number): void {
    for (const station of this.stations) station.pass(us)
  }

  /** Whether one station has less to do than another, or has had less so far. */
  isLessBusy(one: number, other: number): boolean {
    const [a, b] = [this.stations[one], this.stations[other]]
    if (a === undefined || b === undefined) return false
    const [pressureA, pressureB] = [a.seats[0]?.pressure ?? 0, b.seats[0]?.pressure ?? 0]
    return pressureA < pressureB || (pressureA === pressureB && a.waits.count < b.waits.count)
  }

  /** Gives back what the thing does not want any more: of what it holds only a beginning stays. */
  leave(thing: Thing, wants: readonly number[]): void {
    this.leaveLine(thing)
    thing.wants = wants
    let kept = 0
    while (kept < thing.held.length && this.isHeld(thing, kept, wants[kept])) kept += 1
    while (thing.held.length > kept) this.giveBack(thing)
  }

  private isHeld(thing: Thing, at: number, station: number | undefined): boolean {
    return station !== undefined && thing.held[at]?.seat.station === this.stations[station]
  }

  leaveAll(thing: Thing): void {
    this.leaveLine(thing)
    while (thing.held.length > 0) this.giveBack(thing)
  }

  private leaveLine(thing: Thing): void {
    thing.waitsAt = undefined
    thing.waitsFor?.changeWaiting(-1, this.nowUs)
    thing.waitsFor = undefined
  }

  private giveBack(thing: Thing): void {
    const { seat, wantedUs } = thing.held.pop() as Thing['held'][number]
    const { station } = seat
    seat.busy -= 1
    station.changeBusy(-1, this.nowUs)
    station.responses.add(this.nowUs - wantedUs)
    for (let next = seat.next(); next !== undefined; next = seat.next()) {
      next.waitsAt = undefined
      this.take(next, seat)
      this.goOnTaking(next)
      this.touched.push(next.order)
    }
  }

  /** Wants its places from now on, one after the other, and starts when it has them all. */
  begin(thing: Thing): void {
    thing.wantedUs = this.nowUs
    this.goOnTaking(thing)
  }

  private goOnTaking(thing: Thing): void {
    while (thing.held.length < thing.wants.length) {
      const seat = this.seatOf(thing.wants[thing.held.length] as number, thing.order)
      if (!seat.isFree) {
        this.joinLine(thing, seat)
        return
      }
      this.take(thing, seat)
    }
    this.leaveLine(thing)
    thing.dueUs = Math.min(this.nowUs + thing.workUs, thing.latestUs)
  }

  private joinLine(thing: Thing, seat: Seat<Thing>): void {
    const next = thing.wants[thing.held.length + 1]
    const isForNext = seat.station.isOnTheWay && next !== undefined
    const station = isForNext ? (this.stations[next] as StationRecord<Thing>) : seat.station
    if (thing.waitsFor !== station) {
      this.leaveLine(thing)
      station.changeWaiting(1, this.nowUs)
      thing.waitsFor = station
    }
    thing.waitsAt = seat
    seat.wait(thing)
  }

  private take(thing: Thing, seat: Seat<Thing>): void {
    const { station } = seat
    const { wantedUs } = thing
    seat.busy += 1
    station.changeBusy(1, this.nowUs)
    thing.held.push({ seat, wantedUs })
    if (station.isOnTheWay) return
    station.waits.add(this.nowUs - wantedUs)
    thing.wantedUs = this.nowUs
  }

  private seatOf(station: number, { arrival }: Order): Seat<Thing> {
    const { seats } = this.stations[station] as StationRecord<Thing>
    const lane =
      seats.length === 1
        ? 0
        : Math.floor(uniform(this.seed, LANES, station, arrival) * seats.length)
    return seats[lane] as Seat<Thing>
  }
}
