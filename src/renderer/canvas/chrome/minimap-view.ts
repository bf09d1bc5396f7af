/** The arithmetic of the minimap: the whole board and the view, fitted into a small picture. */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point, Size } from '../../../shared/scenario/place'
import { grown, unionOf } from '../view/bounds'
import type { View } from '../view/view'

export const MINIMAP: Size = { width: 148, height: 96 }
const MARGIN_PX = 8
/** Of the canvas's lower right corner, with its frame and the room around it. CSS pixels. */
export const MINIMAP_COVERS: Size = { width: MINIMAP.width + 30, height: MINIMAP.height + 30 }
/** On a board smaller than this it would lie over what it shows. CSS pixels. */
const ROOM: Size = { width: 520, height: 320 }

export function hasRoomForMinimap({ width, height }: Size): boolean {
  return width >= ROOM.width && height >= ROOM.height
}

export interface MinimapView {
  /** Minimap pixels a board unit. */
  readonly scale: number
  readonly x: number
  readonly y: number
}

/** All things and, while it looks elsewhere, the view too. */
export function minimapView(things: Bounds | undefined, shown: Bounds): MinimapView {
  const whole = grown(unionOf(things ? [things, shown] : [shown]) ?? shown, 1)
  const scale = Math.min(
    (MINIMAP.width - 2 * MARGIN_PX) / whole.width,
    (MINIMAP.height - 2 * MARGIN_PX) / whole.height,
  )
  return {
    scale,
    x: MINIMAP.width / 2 - (whole.x + whole.width / 2) * scale,
    y: MINIMAP.height / 2 - (whole.y + whole.height / 2) * scale,
  }
}

export function onMinimap({ scale, x, y }: MinimapView, bounds: Bounds): Bounds {
  return {
    x: bounds.x * scale + x,
    y: bounds.y * scale + y,
    width: bounds.width * scale,
    height: bounds.height * scale,
  }
}

/** The view whose middle is at a point of the minimap. */
export function viewCentredOn(map: MinimapView, point: Point, view: View, size: Size): View {
  const boardX = (point.x - map.x) / map.scale
  const boardY = (point.y - map.y) / map.scale
  return {
    x: size.width / 2 - boardX * view.zoom,
    y: size.height / 2 - boardY * view.zoom,
    zoom: view.zoom,
  }
}
