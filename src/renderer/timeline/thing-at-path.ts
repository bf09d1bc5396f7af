/** Which thing on the board a problem's path into the file is about. Pure. */
import type { Invariant, Scenario } from '../../shared/scenario/scenario'

/** `connections[2].to` -> the id of that connection; `undefined` where the path names nothing on the board. */
export function thingAtPath(scenario: Scenario, path: string): string | undefined {
  const found = /^(\w+)\[(\d+)\]/.exec(path)
  if (!found) return undefined
  const place = Number(found[2])
  switch (found[1]) {
    case 'services':
      return scenario.services[place]?.id
    case 'connections':
      return scenario.connections[place]?.id
    case 'zones':
      return scenario.zones?.[place]?.id
    case 'notes':
      return scenario.notes?.[place]?.id
    case 'stimuli':
      return scenario.stimuli?.[place]?.connection
    case 'faults': {
      const at = scenario.faults?.[place]?.at
      if (!at) return undefined
      return 'service' in at ? at.service : at.connection
    }
    default:
      return undefined
  }
}

/** `invariants[0].always` -> that promise: it stands nowhere on the board, but it has a title. */
export function promiseAtPath(scenario: Scenario, path: string): Invariant | undefined {
  const found = /^invariants\[(\d+)\]/.exec(path)
  return found ? scenario.invariants?.[Number(found[1])] : undefined
}
