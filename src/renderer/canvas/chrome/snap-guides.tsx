/** What a dragged thing is in line with, and the gaps that it makes equal. */
import { memo } from 'react'
import type { Guide } from '../gestures/object-snap'
import { useOverlay } from '../model/overlay'
import { toScreen, type View } from '../view/view'
import { useView } from '../view/view-store'

const TICK_PX = 5

export const SnapGuides = memo(function SnapGuides() {
  const guides = useOverlay((overlay) => overlay.guides)
  const view = useView((state) => (guides.length > 0 ? state.view : null))
  if (!view) return null
  return (
    <svg className="snap-guides" aria-hidden="true">
      <path d={guides.map((guide) => pathOf(guide, view)).join('')} />
    </svg>
  )
})

function pathOf(guide: Guide, view: View): string {
  const isUpright = guide.guide === 'line' ? guide.axis === 'x' : guide.axis === 'y'
  const at = guide.guide === 'line' ? guide.at : guide.across
  const place = (along: number) =>
    toScreen(view, isUpright ? { x: at, y: along } : { x: along, y: at })
  const [start, end] = [place(guide.from), place(guide.to)]
  const line = `M${start.x} ${start.y}L${end.x} ${end.y}`
  if (guide.guide === 'line') return line
  const [dx, dy] = isUpright ? [TICK_PX, 0] : [0, TICK_PX]
  const ticks = [start, end].map(({ x, y }) => `M${x - dx} ${y - dy}L${x + dx} ${y + dy}`)
  return line + ticks.join('')
}
