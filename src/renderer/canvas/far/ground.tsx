/** The dotted paper under everything: moves with the view, never drawn by React while it does. */
import { memo, useEffect, useRef } from 'react'
import { GRID } from '../gestures/snap'
import type { View } from '../view/view'
import { useView } from '../view/view-store'

/** Dots nearer to each other than this, on screen, are a grey haze: every fifth is enough. */
const SPACING_MIN_PX = 11
const COARSER = 5

export function dotSpacing(zoom: number): number {
  let spacing = GRID * zoom
  while (spacing < SPACING_MIN_PX) spacing *= COARSER
  return spacing
}

export const Ground = memo(function Ground() {
  const ground = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const style = ground.current?.style
    if (!style) return
    const follow = ({ view }: { readonly view: View }) => {
      const spacing = dotSpacing(view.zoom)
      style.backgroundSize = `${spacing}px ${spacing}px`
      style.backgroundPosition = `${view.x - spacing / 2}px ${view.y - spacing / 2}px`
    }
    follow(useView.getState())
    return useView.subscribe(follow)
  }, [])
  return <div ref={ground} className="ground" />
})
