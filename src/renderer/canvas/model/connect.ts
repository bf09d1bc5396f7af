/** Making a line, or a service together with its line: each one undo step. */
import { newService } from '../../../shared/scenario/create'
import { connectionById, serviceById, takenIds } from '../../../shared/scenario/lookup'
import { newConnection } from '../../../shared/scenario/new-connection'
import { isServiceItem, PALETTE } from '../../../shared/scenario/palette'
import type { Point } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useSelection } from '../../state/selection'
import { commitGesture, useModel } from './board-model'
import { setOverlay } from './overlay'
import { centredOn } from './place'

export function connect(fromId: string, toId: string): void {
  const { scenario } = useDocument.getState()
  const from = serviceById(scenario).get(fromId)
  const to = serviceById(scenario).get(toId)
  if (!from || !to) return
  const connection = newConnection(from, to, undefined, scenario)
  commitGesture([{ edit: 'addConnection', connection }])
  finish(connection.id)
}

/** Puts a palette's service at a point (its middle) and connects it. */
export function append(fromId: string, paletteId: string, at: Point, by: 'pointer' | 'keys'): void {
  const { scenario } = useDocument.getState()
  const item = PALETTE.find((one) => one.id === paletteId)
  const from = serviceById(scenario).get(fromId)
  if (!from || !item || !isServiceItem(item)) return
  const made = newService(item.role ?? item.kind, at, takenIds(scenario), item.name)
  const service = { ...made, position: centredOn(made, at, useModel.getState().language) }
  const grownScenario = { ...scenario, services: [...scenario.services, service] }
  const connection = newConnection(from, service, undefined, grownScenario)
  commitGesture([
    { edit: 'insert', services: [service], connections: [connection], zones: [], notes: [] },
  ])
  // By keys one goes on from the new service; by pointer its line is what one looks at next.
  if (by === 'pointer') finish(connection.id)
  else useSelection.getState().select([service.id])
}

function finish(connectionId: string): void {
  if (useBoard.getState().tool === 'connect') useBoard.getState().setTool('select')
  if (!connectionById(useDocument.getState().scenario).has(connectionId)) return
  useSelection.getState().select([connectionId])
  setOverlay({ connecting: null, appending: null, justConnected: connectionId })
}
