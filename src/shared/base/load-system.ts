/**
 * What the load driver runs: very many arrivals, each with a life of its own, that meet only where they wait
 * for the same stations. A life is a walk from situation to situation; a situation says which things are
 * under way in it, and a move what follows when one of them is over. Knows nothing of services.
 *
 * Situations are shared by all lives: whoever makes them asks the rules once for each, however many come by.
 */
export interface LoadSystem {
  readonly stations: readonly Station[]

  /** How an arrival begins; `arrival` counts from 0 and is all that chance may depend on. */
  begin(arrival: number): Beginning

  /** How many situations are known so far. */
  readonly situations: number
}

/** Where so many can be served at a time and the rest wait, first come first served. */
export interface Station {
  /** Infinity: nobody ever waits. */
  readonly capacity: number
  /** Each arrival goes to one lane of it, by its own number; a lane serves `capacity` by itself. */
  readonly lanes: number
  /** Waiting here is waiting for the station that is wanted next: nobody is served here. */
  readonly isOnTheWay?: true
}

export interface Beginning {
  readonly situation: Situation
  /** When each thing that is under way at first is due, in microseconds after the arrival. */
  readonly dueUs: readonly number[]
}

export interface Situation {
  /** For each thing under way the stations that it occupies from before it starts, in the order it takes them. */
  readonly holds: readonly (readonly number[])[]
  /** What may happen of itself, in the order that breaks ties. */
  readonly options: readonly Option[]
  /** The limit of the system's own that was met, by name: this life cannot go on faithfully. */
  readonly limit: string | undefined

  /** What follows when the option of this number comes to pass, and finds room. The same move each time. */
  follow(option: number, isRoom: boolean): Move
}

export interface Option {
  /** The thing under way that it happens to, when that is due. */
  readonly thing: number
  /** Not when the thing is due, but at its deadline. */
  readonly atDeadline: boolean
  /** Of several that happen to a thing at the same time, the one whose station is least busy is taken. */
  readonly towards?: number
  /** It is turned away where so many are served or wait at the station already. */
  readonly room?: { readonly station: number; readonly most: number }
}

export interface Move {
  readonly to: Situation
  /** For each thing under way from here on, where it comes from and when it is due. */
  readonly things: readonly Following[]
  /** What is counted when this happens. */
  readonly counts: readonly Count[]
  /** The customer got an answer. */
  readonly answer?: { readonly isError: boolean }
}

export interface Following {
  /** The thing of the situation before that it is, or undefined for a new one. */
  readonly was?: number
  /** When it is due; undefined: as before. */
  readonly due?: Timing
  /** The deadline that it has from here on; undefined: as before, or none. */
  readonly deadline?: Timing
  /** Whose deadline of the situation before it has. */
  readonly deadlineOf?: number
}

/** So long after its start, chance included, but no later than somebody's deadline. */
export interface Timing {
  readonly afterUs: number
  readonly samples: readonly Sample[]
  /** The thing of the situation before whose deadline is not passed. */
  readonly capBy?: number
}

/** A part that chance decides, in whole microseconds: a pure function of the arrival's number. */
export interface Sample {
  drawUs(arrival: number): number
}

export type Counted = 'error' | 'timeout' | 'retry' | 'refused'

export interface Count {
  readonly station: number
  readonly counted: Counted
}
