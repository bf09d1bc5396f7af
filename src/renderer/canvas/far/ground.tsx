/**
 * The dotted paper under everything. Its dots are painted once a zoom, when the view rests: a pan only shifts the
 * finished picture by less than one spacing and a zoom stretches it, which costs a software painter nothing (a CSS
 * gradient costs it 25 ms a frame).
 */
import { memo, useEffect, useRef } from 'react'
import { PALETTES, type Palette } from '../../../shared/drawing/theme'
import type { Size } from '../../../shared/scenario/place'
import { onSystemTheme, themeShown, useSettings } from '../../state/settings'
import { useView } from '../view/view-store'
import { dotOffset, dotSpacing } from './dots'

const DOT_PX = 1.1

export const Ground = memo(function Ground() {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => (canvas.current ? startGround(canvas.current) : undefined), [])
  return <canvas ref={canvas} className="ground" />
})

/** Stretched further than this the dots are too coarse, or too few, even while the view moves. */
const STRETCH_MAX = 1.6
/** A view that has not moved for so long gets its own dots. */
const REST_MS = 120

/** What is on the canvas: dots so far apart, so many of them left of and above the view. */
interface Painted {
  readonly looks: string
  readonly spacing: number
  readonly spare: number
  readonly columns: number
  readonly rows: number
}

function startGround(canvas: HTMLCanvasElement): () => void {
  let painted: Painted | null = null
  let frame = 0
  let rest: ReturnType<typeof setTimeout> | undefined
  const draw = (how: 'moving' | 'resting') => {
    frame = 0
    clearTimeout(rest)
    const { view, size } = useView.getState()
    const theme = themeShown(useSettings.getState().theme)
    const spacing = dotSpacing(view.zoom)
    const looks = `${size.width} ${size.height} ${theme} ${window.devicePixelRatio}`
    const isSame = painted?.looks === looks
    if (!isSame || !serves(painted, spacing, size, how)) {
      painted = { looks, ...paintDots(canvas, spacing, size, PALETTES[theme]) }
    }
    if (!painted) return
    const { x, y } = dotOffset(view, spacing)
    const before = painted.spare * spacing
    const scale = spacing / painted.spacing
    canvas.style.transform = `translate(${x - before}px, ${y - before}px) scale(${scale})`
    if (scale !== 1) rest = setTimeout(() => draw('resting'), REST_MS)
  }
  const follow = () => {
    if (frame === 0) frame = requestAnimationFrame(() => draw('moving'))
  }
  draw('resting')
  const stops = [useView.subscribe(follow), useSettings.subscribe(follow), onSystemTheme(follow)]
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(rest)
    for (const stop of stops) stop()
  }
}

/** Whether dots painted at one spacing, stretched to another, still cover the view. */
function serves(
  painted: Painted | null,
  spacing: number,
  size: Size,
  how: 'moving' | 'resting',
): boolean {
  if (!painted) return false
  const stretch = spacing / painted.spacing
  if (stretch === 1) return true
  if (how === 'resting' || stretch > STRETCH_MAX || stretch < 1 / STRETCH_MAX) return false
  const { columns, rows, spare } = painted
  // Up to one spacing of the way is the offset of the first dot.
  const reach = (count: number) => (count - spare - 1) * spacing
  return reach(columns) >= size.width && reach(rows) >= size.height
}

/** A seventh more than the view on every side. */
const SPARE_SHARE = 1 / 7

function paintDots(
  canvas: HTMLCanvasElement,
  spacing: number,
  size: Size,
  palette: Palette,
): Omit<Painted, 'looks'> {
  const ratio = Math.min(2, window.devicePixelRatio || 1)
  const spare = 1 + Math.ceil((Math.max(size.width, size.height) * SPARE_SHARE) / spacing)
  const columns = 2 * spare + Math.ceil(size.width / spacing)
  const rows = 2 * spare + Math.ceil(size.height / spacing)
  const width = columns * spacing
  const height = rows * spacing
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  const context = canvas.getContext('2d')
  if (context) {
    context.scale(ratio, ratio)
    context.fillStyle = palette.dot
    const side = 2 * DOT_PX
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        context.fillRect(column * spacing - DOT_PX, row * spacing - DOT_PX, side, side)
      }
    }
  }
  return { spacing, spare, columns, rows }
}
