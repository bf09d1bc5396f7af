/** The state a run begins with: what the customers want, closed sockets, faults that wait for their moment. */
import type { FaultKind } from '../scenario/scenario'
import { Draft } from './draft'
import type { Program } from './program'
import type { State } from './state'
import { spawnStimulus } from './stimulus'

const CONNECT_US = 1_000

export function initialState(program: Program): State {
  const { layout } = program
  const draft = new Draft(program).open(new Uint32Array(layout.tokensStart) as State)
  for (const [kind, budget] of Object.entries(program.budgets ?? {}))
    draft.setBudget(kind as FaultKind, budget ?? 0)
  draft.setFaults(program.faultsMax ?? 0)
  for (const script of program.scripts) {
    const token = draft.spawnBare(script.place)
    draft.set(draft.fields.attempt, token, script.awaits.nth)
  }
  for (const line of program.lines)
    if (line.socket !== undefined) draft.spawnBare(line.socket, CONNECT_US)
  const { stimuli, isTakingTurns } = program
  for (const stimulus of isTakingTurns ? stimuli.slice(0, 1) : stimuli)
    spawnStimulus(draft, stimulus)
  return draft.seal()
}
