/**
 * What the customers want, each a token until it is sent. A run of very many has them take turns: each, when
 * it is sent, makes room for the next, so that those who have not come yet cost nothing.
 */
import type { Draft } from './draft'
import type { StimulusProgram } from './program'

/** With more than these a timed run has its stimuli take turns, in the order of their times. */
export const STIMULI_AT_ONCE = 64

export function spawnStimulus(draft: Draft, stimulus: StimulusProgram): void {
  const token = draft.spawnBare(stimulus.place)
  draft.setDueUs(token, stimulus.atUs)
  draft.set(draft.fields.key, token, stimulus.key)
  // A customer comes of their own accord, whoever came before.
  draft.set(draft.fields.cause, token, 0)
}

/** After this one is sent, the one whose turn it is then. */
export function spawnNext(draft: Draft, turn: number): void {
  const next = draft.program.stimuli[turn + 1]
  if (draft.program.isTakingTurns && next !== undefined) spawnStimulus(draft, next)
}
