/** Moving what is selected: a preview while it lasts, one `move` edit when it ends. */
import type { Connection } from '../../../shared/scenario/connection'
import type { Edit } from '../../../shared/scenario/edits'
import type { Point } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useSelection } from '../../state/selection'
import { commitGesture, useModel } from '../model/board-model'
import { membersOf } from '../model/hit-test'
import { setOverlay, type Target, tryLocked } from '../model/overlay'
import { positionsOf } from '../model/positions'
import { clearPreview, usePreview } from '../model/preview'
import { carriedWaypoints, freedLines } from '../model/waypoints'
import { zonesJoined } from '../model/zone-membership'
import type { Gesture, PointerAt } from './gesture'
import { snappedShift } from './snap'

type Thing = Exclude<Target, { on: 'board' }>

/** Selects as a press on a thing does; what is left to do depends on whether a drag follows. */
function selectOnPress(id: string, adds: boolean): 'onlyThis' | 'takeAway' | 'nothing' {
  const { ids, select } = useSelection.getState()
  if (!ids.has(id)) {
    select([id], adds ? 'add' : 'replace')
    return 'nothing'
  }
  // Pressing one of several may begin a drag of all: what a click means is decided on release.
  return adds ? 'takeAway' : 'onlyThis'
}

/** A press on a service, line, note or zone. */
export function pressThing(thing: Thing, at: PointerAt): Gesture {
  const rest = selectOnPress(thing.id, at.adds)
  const isEditing = useBoard.getState().mode === 'edit'
  const start = at.board
  const origins = isEditing ? movableOrigins() : new Map<string, Point>()
  const anchor = origins.get(thing.id)
  let isRefused = false
  // Found once: while the list stays the same, only the moved services' lines are laid out anew.
  let freed: Connection[] | undefined

  const shiftOf = (now: PointerAt): Point => {
    const by = { x: now.board.x - start.x, y: now.board.y - start.y }
    const isSnapping = useBoard.getState().snapToGrid && !now.alt
    return anchor ? snappedShift(anchor, by, isSnapping) : { x: 0, y: 0 }
  }
  return {
    panning: anchor !== undefined,
    move: (now) => {
      if (!anchor) {
        if (!isEditing && thing.on !== 'line' && !isRefused) tryLocked()
        isRefused = true
        return
      }
      setOverlay({ dragging: 'things' })
      freed ??= freedLines(useDocument.getState().scenario.connections, origins)
      usePreview.setState({ positions: shifted(origins, shiftOf(now)), connections: freed })
    },
    end: (now, moved) => {
      setOverlay({ dragging: 'none' })
      if (!moved) {
        if (rest === 'onlyThis') useSelection.getState().select([thing.id])
        if (rest === 'takeAway') useSelection.getState().select([thing.id], 'toggle')
      } else if (anchor) commitMove(origins, shiftOf(now))
    },
    cancel: () => {
      setOverlay({ dragging: 'none' })
      clearPreview()
    },
  }
}

/** Where everything that would move stands now: the selection, and what stands in selected zones. */
function movableOrigins(): Map<string, Point> {
  const model = useModel.getState()
  const ids = new Set(useSelection.getState().ids)
  for (const zone of model.scenario.zones ?? []) {
    if (ids.has(zone.id)) for (const id of membersOf(model, zone.id)) ids.add(id)
  }
  return positionsOf(model.scenario, ids)
}

function shifted(origins: ReadonlyMap<string, Point>, by: Point): Map<string, Point> {
  const moved = new Map<string, Point>()
  for (const [id, { x, y }] of origins) moved.set(id, { x: x + by.x, y: y + by.y })
  return moved
}

function commitMove(origins: ReadonlyMap<string, Point>, by: Point): void {
  const { scenario } = useDocument.getState()
  const positions = Object.fromEntries(shifted(origins, by))
  const edits: Edit[] = [{ edit: 'move', positions }]
  const waypoints = carriedWaypoints(scenario.connections, origins, by)
  if (Object.keys(waypoints).length > 0) edits.push({ edit: 'arrange', positions, waypoints })
  edits.push(...zonesJoined(useModel.getState(), scenario, origins))
  commitGesture(edits)
}
