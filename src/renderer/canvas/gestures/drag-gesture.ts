/**
 * Moving what is selected, or with Alt a copy of it: a preview while it lasts, one undo step when it ends.
 */
import { carriedWith } from '../../../shared/drawing/zone-members'
import type { Connection } from '../../../shared/scenario/connection'
import type { Edit, Fragment } from '../../../shared/scenario/edits'
import { fragmentOf, isEmptyFragment, pasted } from '../../../shared/scenario/fragment'
import { lockedAmong } from '../../../shared/scenario/lookup'
import type { Point } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { useSelection } from '../../state/selection'
import { commitGesture, useModel } from '../model/board-model'
import { placedBoundsOf } from '../model/hit-test'
import { setOverlay, type Target, tryLocked } from '../model/overlay'
import { positionsOf } from '../model/positions'
import { clearPreview, usePreview } from '../model/preview'
import { carriedWaypoints, freedLines } from '../model/waypoints'
import { unionOf } from '../view/bounds'
import type { Gesture, PointerAt } from './gesture'
import { hideGuides, snapGround, snappedMove } from './snapping'

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
  const drag = isEditing ? dragOf(thing.id, at.board) : null
  let isRefused = false
  const stop = () => {
    setOverlay({ dragging: 'none' })
    hideGuides()
  }
  return {
    panning: drag !== null,
    move: (now) => {
      if (drag) {
        setOverlay({ dragging: 'things' })
        drag.show(now)
        return
      }
      if (!isEditing && thing.on !== 'line' && !isRefused) tryLocked()
      isRefused = true
    },
    end: (now, moved) => {
      if (moved && drag) drag.commit(now)
      stop()
      if (moved) return
      if (rest === 'onlyThis') useSelection.getState().select([thing.id])
      if (rest === 'takeAway') useSelection.getState().select([thing.id], 'toggle')
    },
    cancel: () => {
      stop()
      clearPreview()
    },
  }
}

interface Drag {
  show(now: PointerAt): void
  commit(now: PointerAt): void
}

/** A drag of everything selected, held by one thing; null when that cannot be moved. */
function dragOf(id: string, start: Point): Drag | null {
  const { scenario } = useDocument.getState()
  const moved = carriedWith(scenario, useSelection.getState().ids, useModel.getState().language)
  const origins = positionsOf(scenario, moved)
  for (const locked of lockedAmong(scenario, moved)) origins.delete(locked)
  const anchor = origins.get(id)
  const whole = unionOf(placedBoundsOf(useModel.getState(), origins.keys()))
  if (!anchor || !whole) return null
  // Found when first needed: while the lists stay the same, only what moves is laid out anew.
  let freed: Connection[] | undefined
  let copies: Copies | undefined
  const grounds = { moved: snapGround(origins), copied: snapGround(new Set()) }

  const shiftOf = (now: PointerAt): Point => {
    const by = { x: now.board.x - start.x, y: now.board.y - start.y }
    const ground = now.copies ? grounds.copied : grounds.moved
    if (!now.shift) return snappedMove(whole, anchor, by, ground, now)
    // With Shift it keeps to the way it went furthest.
    const isAcross = Math.abs(by.x) >= Math.abs(by.y)
    const straight = isAcross ? { x: by.x, y: 0 } : { x: 0, y: by.y }
    const snapped = snappedMove(whole, anchor, straight, ground, now)
    return isAcross ? { x: snapped.x, y: 0 } : { x: 0, y: snapped.y }
  }
  return {
    show: (now) => {
      const by = shiftOf(now)
      if (now.copies) {
        copies ??= copiesOf(moved)
        const { fragment, connections } = copies
        const positions = shifted(copies.origins, by)
        usePreview.setState({ positions, connections, copies: fragment })
        return
      }
      freed ??= freedLines(scenario.connections, origins)
      const connections = freed === scenario.connections ? null : freed
      usePreview.setState({ positions: shifted(origins, by), connections, copies: null })
    },
    commit: (now) => {
      const by = shiftOf(now)
      if (now.copies) commitCopies(moved, by)
      else commitMove(origins, by)
    },
  }
}

interface Copies {
  readonly fragment: Fragment
  readonly origins: ReadonlyMap<string, Point>
  readonly connections: Connection[]
}

function copiesOf(ids: ReadonlySet<string>): Copies {
  const { scenario } = useDocument.getState()
  const fragment = pasted(fragmentOf(scenario, ids), scenario, { offset: { x: 0, y: 0 } })
  const origins = new Map<string, Point>()
  for (const things of [fragment.services, fragment.zones, fragment.notes]) {
    for (const { id, position } of things) origins.set(id, position)
  }
  const inner = freedLines([...fragment.connections], origins)
  return { fragment, origins, connections: [...scenario.connections, ...inner] }
}

function commitCopies(ids: ReadonlySet<string>, by: Point): void {
  const { scenario } = useDocument.getState()
  const fragment = pasted(fragmentOf(scenario, ids), scenario, { offset: by })
  if (isEmptyFragment(fragment)) return
  commitGesture([{ edit: 'insert', ...fragment }])
  const { services, zones, notes } = fragment
  useSelection.getState().select([...services, ...zones, ...notes].map((thing) => thing.id))
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
  commitGesture(edits)
}
