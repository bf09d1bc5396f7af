/**
 * What a load did to a scenario, service by service: what the command line prints and the page shows. Times in
 * milliseconds, rates a second of virtual time.
 */
import type { Load, LoadLimit, Spread, StationLoad } from '../../base/load'
import type { Program, ServiceProgram } from '../program'

export interface Times {
  readonly mean: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface ServiceLoad {
  /** Handlers at a time; null: nobody ever waits. */
  readonly workers: number | null
  /** Busy workers as a share of all, 0 to 1; 0 where there is no end of them. */
  readonly utilisation: number
  /** Busy workers, in the mean. */
  readonly busy: number
  /** Handlers that ended, a second. */
  readonly throughput: number
  readonly queue: { readonly mean: number; readonly max: number }
  readonly wait: Times
  readonly response: Times
  /** Handlers that failed; calls of it that timed out, were repeated; requests that it refused. */
  readonly errors: number
  readonly timeouts: number
  readonly retries: number
  readonly refused: number
}

export interface LoadReport {
  readonly end: 'time' | 'limit'
  readonly limit?: LoadLimit
  /** Virtual seconds that were measured: the first tenth is not, while queues fill. */
  readonly seconds: number
  readonly arrivals: number
  readonly completed: number
  /** Still under way at the end. */
  readonly unfinished: number
  /** Orders that could not be followed to their end, by the limit of a run that they met. */
  readonly lost: Readonly<Record<string, number>>
  /** Customers who were answered with an error, or not in time. */
  readonly errors: number
  readonly services: Readonly<Record<string, ServiceLoad>>
  /** From arrival to the customer's answer; to the end of everything where nobody is answered. */
  readonly response: Times
  /** From arrival until nothing more happens: notified, charged, acknowledged. */
  readonly settled: Times
  /** The service whose workers are busiest; null where none has an end of them. */
  readonly bottleneck: string | null
  /** It has no moment to spare: what waits for it grows as long as this goes on. */
  readonly saturated: boolean
}

/** Busier than this has no moment to spare: at 0.995 a queue of one worker holds 200 already. */
const SATURATED = 0.995

export function loadReport(program: Program, load: Load): LoadReport {
  const { measuredSeconds, responses, lives, limit } = load
  const entries = program.services.flatMap((service) => {
    if (service.id === undefined || !isServing(service)) return []
    const station = load.stations[service.index] as StationLoad
    return [[service.id, serviceLoad(station, measuredSeconds)] as const]
  })
  const limited = entries.filter(([, { workers }]) => workers !== null)
  const [busiest] = [...limited].sort(([, a], [, b]) => b.utilisation - a.utilisation)
  const isBusy = busiest !== undefined && busiest[1].utilisation > 0
  return {
    end: load.end,
    ...(limit !== undefined && { limit }),
    seconds: rounded(measuredSeconds),
    arrivals: load.arrivals,
    completed: load.completed,
    unfinished: load.unfinished,
    lost: load.lost,
    errors: load.errors,
    services: Object.fromEntries(entries),
    response: timesOf(responses),
    settled: timesOf(lives),
    bottleneck: isBusy ? busiest[0] : null,
    saturated: isBusy && busiest[1].utilisation >= SATURATED,
  }
}

/** A client is who comes, and a broker keeps: neither has work of its own. */
function isServing({ kind }: ServiceProgram): boolean {
  return kind !== 'client' && kind !== 'broker'
}

function serviceLoad(station: StationLoad, seconds: number): ServiceLoad {
  const { capacity, busy, errors, timeouts, retries, refused } = station
  const isLimited = Number.isFinite(capacity)
  return {
    workers: isLimited ? capacity : null,
    utilisation: rounded(isLimited ? busy / capacity : 0),
    busy: rounded(busy),
    throughput: rounded(station.responses.count / seconds),
    queue: { mean: rounded(station.queueMean), max: station.queueMax },
    wait: timesOf(station.waits),
    response: timesOf(station.responses),
    errors,
    timeouts,
    retries,
    refused,
  }
}

function timesOf({ meanUs, p50Us, p95Us, p99Us }: Spread): Times {
  return { mean: inMs(meanUs), p50: inMs(p50Us), p95: inMs(p95Us), p99: inMs(p99Us) }
}

const inMs = (us: number): number => Math.round(us) / 1_000

const rounded = (value: number): number => Math.round(value * 1_000_000) / 1_000_000
