/** The line being pulled from a service to the pointer. */
import { memo } from 'react'
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point } from '../../../shared/scenario/place'
import { useModel } from '../model/board-model'
import { useOverlay } from '../model/overlay'
import { centreOf } from '../view/bounds'

export const PulledLine = memo(function PulledLine() {
  const connecting = useOverlay((overlay) => overlay.connecting)
  const from = useModel((model) => connecting && model.services.get(connecting.from))
  const target = useModel(({ services }) =>
    connecting?.target ? services.get(connecting.target) : undefined,
  )
  if (!connecting || !from) return null
  const isLoop = connecting.target === connecting.from
  const end = target && !isLoop ? centreOf(target) : connecting.to
  const start = edgePoint(from, end)
  const stop = target && !isLoop ? edgePoint(target, start) : end
  return (
    <svg className="lines pulled-line" aria-hidden="true">
      <path d={`M${start.x} ${start.y}L${stop.x} ${stop.y}`} />
      <circle cx={stop.x} cy={stop.y} r={4} />
    </svg>
  )
})

/** Where the way from a box's middle to a point leaves the box. */
export function edgePoint(box: Bounds, towards: Point): Point {
  const centre = centreOf(box)
  const dx = towards.x - centre.x
  const dy = towards.y - centre.y
  if (dx === 0 && dy === 0) return centre
  const share = Math.min(
    dx === 0 ? Number.POSITIVE_INFINITY : box.width / 2 / Math.abs(dx),
    dy === 0 ? Number.POSITIVE_INFINITY : box.height / 2 / Math.abs(dy),
    1,
  )
  return { x: centre.x + dx * share, y: centre.y + dy * share }
}
