/** Leading a line through points: one is pulled out of a segment's middle, moved, or taken away again. */
import type { Connection } from '../../../shared/scenario/connection'
import { connectionById } from '../../../shared/scenario/lookup'
import type { Point } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { useDocument } from '../../state/document'
import { commitGesture, useModel } from '../model/board-model'
import { squared, withoutIdle } from '../model/led-points'
import { setOverlay } from '../model/overlay'
import { clearPreview, usePreview } from '../model/preview'
import { useView } from '../view/view-store'
import type { Gesture, PointerAt } from './gesture'
import { snapped } from './snap'

const CATCH_PX = 8

/** `isNew`: the point comes into being at this place among the others; else the one there is moved. */
export function pullWaypoint(id: string, index: number, isNew: boolean): Gesture | null {
  const { scenario } = useDocument.getState()
  const connection = connectionById(scenario).get(id)
  const line = useModel.getState().lines.get(id)
  if (!connection || !line) return null
  const old = connection.waypoints ?? []
  const others = isNew ? old : old.filter((_, at) => at !== index)
  const { from, to } = line.attached
  const neighbours = [others[index - 1] ?? from.point, others[index] ?? to.point]
  const pointsAt = (now: PointerAt) => others.toSpliced(index, 0, placeOf(now, neighbours))
  const stop = () => setOverlay({ dragging: 'none' })
  return {
    panning: true,
    move: (now) => {
      setOverlay({ dragging: 'things' })
      usePreview.setState({ connections: withPoints(scenario.connections, id, pointsAt(now)) })
    },
    end: (now, moved) => {
      stop()
      if (!moved) return
      const waypoints = withoutIdle(pointsAt(now), from.point, to.point)
      commitGesture([{ edit: 'arrange', positions: {}, waypoints: { [id]: waypoints } }])
    },
    cancel: () => {
      stop()
      clearPreview()
    },
  }
}

/** In line with its neighbours where it is near enough, else on the grid. */
function placeOf(now: PointerAt, neighbours: readonly Point[]): Point {
  if (now.free) return { x: Math.round(now.board.x), y: Math.round(now.board.y) }
  const { point, caught } = squared(now.board, neighbours, CATCH_PX / useView.getState().view.zoom)
  const isToGrid = useBoard.getState().snapToGrid
  const onGrid = (axis: 'x' | 'y') => {
    if (caught[axis]) return point[axis]
    return isToGrid ? snapped(now.board[axis]) : Math.round(now.board[axis])
  }
  return { x: onGrid('x'), y: onGrid('y') }
}

function withPoints(connections: readonly Connection[], id: string, points: Point[]) {
  return connections.map((one) => (one.id === id ? { ...one, waypoints: points } : one))
}

/** A double click on a point takes it away. */
export function removeWaypoint(id: string, index: number): void {
  const connection = connectionById(useDocument.getState().scenario).get(id)
  const left = (connection?.waypoints ?? []).filter((_, at) => at !== index)
  commitGesture([{ edit: 'arrange', positions: {}, waypoints: { [id]: left } }])
}
