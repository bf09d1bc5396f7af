/** The box being drawn around things, and the ends of what it covers. */
import { memo } from 'react'
import { useOverlay } from '../model/overlay'
import { toScreen } from '../view/view'
import { useView } from '../view/view-store'

export const Marquee = memo(function Marquee() {
  const marquee = useOverlay((overlay) => overlay.marquee)
  const view = useView((state) => (marquee ? state.view : null))
  if (!marquee || !view) return null
  const { x, y } = toScreen(view, marquee)
  return (
    <div
      className="marquee"
      style={{
        left: x,
        top: y,
        width: marquee.width * view.zoom,
        height: marquee.height * view.zoom,
      }}
    />
  )
})
