/** What will be placed, under the pointer: the drawing's own shapes, faint. */
import { memo, useMemo } from 'react'
import { serviceShapes } from '../../../shared/drawing/service-shapes'
import type { Shape } from '../../../shared/drawing/shape'
import { noteShapes, zoneShapes } from '../../../shared/drawing/zone-shapes'
import { newNote, newService, newZone } from '../../../shared/scenario/create'
import { isServiceItem, type PaletteItem } from '../../../shared/scenario/palette'
import type { Size } from '../../../shared/scenario/place'
import type { Language } from '../../../shared/scenario/text'
import { useBoard } from '../../state/board'
import { useSettings } from '../../state/settings'
import { ShapeView } from '../../ui/shape-view'
import { snappedPoint } from '../gestures/snap'
import { useOverlay } from '../model/overlay'
import { paletteItem, sizeOfItem } from '../model/place'
import { toScreen } from '../view/view'
import { useView } from '../view/view-store'

const ORIGIN = { x: 0, y: 0 }
const NONE: ReadonlySet<string> = new Set()

export const Ghost = memo(function Ghost() {
  const ghost = useOverlay((overlay) => overlay.ghost)
  const language = useSettings((settings) => settings.language)
  const isSnapping = useBoard((board) => board.snapToGrid)
  const view = useView((state) => (ghost ? state.view : null))
  const item = ghost ? paletteItem(ghost.paletteId) : undefined
  const size = ghost?.size
  const shapes = useMemo(
    () => (item ? shapesOfItem(item, size, language) : []),
    [item, size, language],
  )
  if (!ghost || !view || !item) return null
  const { width, height } = size ?? sizeOfItem(item, language)
  const corner = { x: ghost.at.x - width / 2, y: ghost.at.y - height / 2 }
  const { x, y } = toScreen(view, snappedPoint(corner, isSnapping && !size))
  return (
    <svg className="ghost" style={{ left: x, top: y }} aria-hidden="true">
      <g transform={`scale(${view.zoom})`}>
        <ShapeView shapes={shapes} />
      </g>
    </svg>
  )
})

function shapesOfItem(
  item: PaletteItem,
  drawn: Size | undefined,
  language: Language,
): readonly Shape[] {
  if (isServiceItem(item)) {
    const service = newService(item.role ?? item.kind, ORIGIN, NONE, item.name)
    return serviceShapes(service, { language })
  }
  const size = drawn ?? item.size
  if (item.kind === 'note') return noteShapes(newNote(ORIGIN, size, NONE, ''), language)
  return zoneShapes(newZone(item.kind, ORIGIN, size, NONE, item.name), language)
}
