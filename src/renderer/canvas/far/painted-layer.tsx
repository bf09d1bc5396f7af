/**
 * The canvases under React Flow: the whole board while it is far or crowded, nothing while it is near. The board
 * is painted once for a view and stretched while the view moves; what is being dragged is painted by itself.
 */
import { memo, useEffect, useRef } from 'react'
import { useBoard } from '../../state/board'
import { useSelection } from '../../state/selection'
import { onSystemTheme, useSettings } from '../../state/settings'
import { useModel } from '../model/board-model'
import { useMounted } from '../view/mounted-store'
import { useView } from '../view/view-store'
import { BoardPainting } from './board-painting'

export const PaintedLayer = memo(function PaintedLayer() {
  const still = useRef<HTMLCanvasElement>(null)
  const live = useRef<HTMLCanvasElement>(null)
  useEffect(
    () => (still.current && live.current ? startPainting(still.current, live.current) : undefined),
    [],
  )
  return (
    <>
      <canvas ref={still} className="painted" />
      <canvas ref={live} className="painted-live" />
    </>
  )
})

/** A view that has not moved for so long is painted sharply. */
const REST_MS = 120

function startPainting(still: HTMLCanvasElement, live: HTMLCanvasElement): () => void {
  const painting = new BoardPainting(still, live)
  let frame = 0
  let isStale = true
  let rest: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    frame = 0
    clearTimeout(rest)
    if (!isStale && painting.follow()) {
      if (!painting.isCrisp) rest = setTimeout(invalidate, REST_MS)
      return
    }
    isStale = false
    painting.paint()
  }
  const schedule = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  const invalidate = () => {
    isStale = true
    schedule()
  }
  invalidate()
  const stops = [
    useView.subscribe((now, before) => {
      if (now.size !== before.size) isStale = true
      schedule()
    }),
    useModel.subscribe(invalidate),
    useMounted.subscribe(invalidate),
    useSelection.subscribe(invalidate),
    useSettings.subscribe(invalidate),
    useBoard.subscribe((now, before) => now.mode !== before.mode && invalidate()),
    onSystemTheme(invalidate),
    onFonts(invalidate),
  ]
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(rest)
    for (const stop of stops) stop()
  }
}

/** Words painted before their font has come are painted again. */
function onFonts(listener: () => void): () => void {
  document.fonts.addEventListener('loadingdone', listener)
  return () => document.fonts.removeEventListener('loadingdone', listener)
}
