/** Which of the choices at hand are about one thing of the board. Pure. */
import { type ChoiceInfo, happensOn } from '../../../shared/engine/choices'
import type { Connection } from '../../../shared/scenario/connection'
import type { Target } from '../model/overlay'

const OF_A_LINE = new Set(['partition', 'stop-broker', 'restart'])

/** Faults first: a right click on a running board means to break something. */
export function choicesFor(
  choices: readonly ChoiceInfo[],
  target: Target,
  connections: ReadonlyMap<string, Connection>,
): readonly ChoiceInfo[] {
  if (target.on !== 'service' && target.on !== 'line') return []
  const isAbout = (choice: ChoiceInfo): boolean => {
    if (target.on === 'line') return happensOn(choice, target.id)
    // A line is cut by a right click on the line, and the broker that it implies stopped.
    if (OF_A_LINE.has(choice.kind) && choice.service === undefined) return false
    if (choice.service !== undefined) return choice.service === target.id
    const line = choice.connection === undefined ? undefined : connections.get(choice.connection)
    return line?.from === target.id || line?.to === target.id
  }
  return choices.filter(isAbout).toSorted((a, b) => Number(b.fault) - Number(a.fault))
}
