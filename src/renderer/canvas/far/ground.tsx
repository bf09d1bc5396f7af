/**
 * The dotted paper under everything. Its dots are painted once a zoom; a pan only shifts the finished picture by
 * less than one spacing, which costs a software painter nothing (a CSS gradient costs it 25 ms a frame).
 */
import { memo, useEffect, useRef } from 'react'
import { PALETTES, type Palette } from '../../../shared/drawing/theme'
import { onSystemTheme, themeShown, useSettings } from '../../state/settings'
import { useView } from '../view/view-store'
import { dotOffset, dotSpacing } from './dots'

const DOT_PX = 1.1

export const Ground = memo(function Ground() {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => (canvas.current ? startGround(canvas.current) : undefined), [])
  return <canvas ref={canvas} className="ground" />
})

function startGround(canvas: HTMLCanvasElement): () => void {
  let painted = ''
  let frame = 0
  const draw = () => {
    frame = 0
    const { view, size } = useView.getState()
    const theme = themeShown(useSettings.getState().theme)
    const spacing = dotSpacing(view.zoom)
    const wanted = `${spacing} ${size.width} ${size.height} ${theme} ${window.devicePixelRatio}`
    if (wanted !== painted) paintDots(canvas, spacing, size, PALETTES[theme])
    painted = wanted
    const { x, y } = dotOffset(view, spacing)
    canvas.style.transform = `translate(${x - spacing}px, ${y - spacing}px)`
  }
  const follow = () => {
    if (frame === 0) frame = requestAnimationFrame(draw)
  }
  draw()
  const stops = [useView.subscribe(follow), useSettings.subscribe(follow), onSystemTheme(follow)]
  return () => {
    cancelAnimationFrame(frame)
    for (const stop of stops) stop()
  }
}

/** One spacing larger than the view on each side. */
function paintDots(
  canvas: HTMLCanvasElement,
  spacing: number,
  size: { readonly width: number; readonly height: number },
  palette: Palette,
): void {
  const ratio = Math.min(2, window.devicePixelRatio || 1)
  const width = size.width + 2 * spacing
  const height = size.height + 2 * spacing
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  const context = canvas.getContext('2d')
  if (!context) return
  context.scale(ratio, ratio)
  context.fillStyle = palette.dot
  const side = 2 * DOT_PX
  for (let y = 0; y < height; y += spacing) {
    for (let x = 0; x < width; x += spacing) {
      context.fillRect(x - DOT_PX, y - DOT_PX, side, side)
    }
  }
}
