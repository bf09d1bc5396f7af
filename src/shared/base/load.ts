/** What a load driver measures: plain numbers, to be posted, printed and drawn. Times in microseconds. */

export interface LoadProgress {
  /** Of virtual time. */
  readonly seconds: number
  readonly events: number
}

/** What ran out before the time did. */
export type LoadLimit = 'events' | 'orders' | 'situations'

export interface Spread {
  readonly count: number
  readonly meanUs: number
  readonly p50Us: number
  readonly p95Us: number
  readonly p99Us: number
  readonly maxUs: number
}

export interface Load {
  readonly end: 'time' | 'limit'
  readonly limit?: LoadLimit
  /** Virtual seconds; those of the beginning, while stations fill, are not measured. */
  readonly measuredSeconds: number
  readonly arrivals: number
  /** Orders for which nothing more can happen. */
  readonly completed: number
  /** Orders still under way at the end. */
  readonly unfinished: number
  /** Orders that went further than the system can follow them, by the limit that they met. */
  readonly lost: Readonly<Record<string, number>>
  /** Answers to customers that were errors, or none. */
  readonly errors: number
  readonly events: number
  readonly stations: readonly StationLoad[]
  /** From arrival to the first answer, or to the end where nobody is answered. */
  readonly responses: Spread
  /** From arrival until nothing more can happen. */
  readonly lives: Spread
}

export interface StationLoad {
  /** How many are served at a time; Infinity: nobody ever waits. */
  readonly capacity: number
  /** How many were served at a time, in the mean. */
  readonly busy: number
  readonly queueMean: number
  readonly queueMax: number
  /** Until they were served. */
  readonly waits: Spread
  /** Until they had been served. */
  readonly responses: Spread
  readonly errors: number
  readonly timeouts: number
  readonly retries: number
  readonly refused: number
}
