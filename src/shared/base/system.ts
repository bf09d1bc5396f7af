/**
 * What every driver runs and the only thing it knows: a transition system. All nondeterminism is in the
 * choice; `apply` reads no clock and throws no dice. Studied: stateright's `Model`.
 */
export interface System<State, Choice, Step> {
  readonly initial: State

  /** About how many bytes a state takes, where that is many: whoever keeps states keeps fewer of them. */
  readonly stateBytes?: number

  /** Everything that may happen next, faults included, in the fixed order that breaks ties. */
  enabled(state: State): readonly Choice[]

  /** Pure: the old state stays valid. One choice makes zero or more steps, in order. */
  apply(state: State, choice: Choice): Applied<State, Step>

  /**
   * When the choice happens of itself, in integer microseconds of virtual time; a time that has passed
   * means now. `undefined`: only somebody's decision makes it happen (a fault, another order).
   */
  dueUs(state: State, choice: Choice): number | undefined

  /** The choice that is due first, ties by place in `enabled`: where a system finds it without asking all. */
  soonest?(state: State): Choice | undefined

  /** The limit of the system's own that ended the run in this state, by name: it cannot go on faithfully. */
  limit?(state: State): string | undefined

  /** Virtual time of a state, in integer microseconds. 0 in a system without time. */
  nowUs(state: State): number

  /** Equality by content: names of messages, clocks and statistics are not part of a state. */
  equal(a: State, b: State): boolean
}

export interface Applied<State, Step> {
  readonly state: State
  readonly steps: readonly Step[]
}
