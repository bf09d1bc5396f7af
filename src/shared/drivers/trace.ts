/** A run as it went: what views look at and branches start from. */

export interface Trace<State, Choice, Step> {
  readonly steps: readonly Step[]
  readonly choices: readonly Choice[]
  /** The state after so many steps, 0..steps.length; of the steps of one choice all have the same. */
  stateAt(position: number): State
  /** How many choices lead to `stateAt(position)`. */
  choiceIndexAt(position: number): number
  /** `quiescent`: nothing more happens of itself. */
  readonly end: 'quiescent' | 'limit'
}
