/**
 * Two canvases over the board: for marks on what is only painted, and for what moves. Where a message is follows
 * from the virtual time alone; nothing here is an element, and no node or edge hears of it.
 */
import { memo, useEffect, useRef } from 'react'
import { flightShapes } from '../../../shared/drawing/flight-shapes'
import { PALETTES, type Palette } from '../../../shared/drawing/theme'
import type { Flight } from '../../../shared/engine/moment'
import { useBoard } from '../../state/board'
import { useClock } from '../../state/clock'
import { momentAt, useRun } from '../../state/run'
import { onSystemTheme, themeShown, useSettings } from '../../state/settings'
import { startSurface } from '../far/canvas-surface'
import { paintShapes } from '../far/painter'
import { useModel } from '../model/board-model'
import { isOverlapping } from '../view/bounds'
import { useMounted } from '../view/mounted-store'
import { shownBounds, toScreen, type View } from '../view/view'
import { useView } from '../view/view-store'
import { flightPlace, magnification } from './flight-place'
import { FlightSprites } from './flight-sprites'
import { MarksPicture } from './marks-picture'
import { useMarks } from './marks-store'

export const MovingLayer = memo(function MovingLayer() {
  const marks = useRef<HTMLCanvasElement>(null)
  const moving = useRef<HTMLCanvasElement>(null)
  const isRunning = useBoard((board) => board.mode === 'run')
  useEffect(() => {
    if (!marks.current || !moving.current || !isRunning) return
    const stops = [startMarking(marks.current), startMoving(moving.current)]
    return () => {
      for (const stop of stops) stop()
    }
  }, [isRunning])
  if (!isRunning) return null
  return (
    <>
      <canvas ref={marks} className="marks" />
      <canvas ref={moving} className="moving" />
    </>
  )
})

interface Brush {
  readonly context: CanvasRenderingContext2D
  readonly palette: Palette
  readonly view: View
  /** The screen's own pixels a CSS pixel. */
  readonly ratio: number
}

const sizeNow = () => useView.getState().size
const paletteNow = () => PALETTES[themeShown(useSettings.getState().theme)]

function startMarking(canvas: HTMLCanvasElement): () => void {
  const picture = new MarksPicture()
  const surface = startSurface(canvas, sizeNow, (context, ratio) => {
    const { view } = useView.getState()
    const { layer, strokes } = useMounted.getState()
    const isFar = layer === 'far'
    const arePainted = isFar || strokes === 'painted'
    picture.paint(context, arePainted ? { palette: paletteNow(), view, ratio, isFar } : null)
  })
  return paintedOn(surface, useView, useModel, useMounted, useMarks, useSettings)
}

function startMoving(canvas: HTMLCanvasElement): () => void {
  let isBlank = true
  const sprites = new FlightSprites()
  const surface = startSurface(canvas, sizeNow, (context, ratio) => {
    const { view } = useView.getState()
    const flights = momentAt(useRun.getState().position)?.flights ?? []
    if (isBlank && flights.length === 0) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    isBlank = flights.length === 0
    context.setTransform(ratio * view.zoom, 0, 0, ratio * view.zoom, ratio * view.x, ratio * view.y)
    const brush = { context, palette: paletteNow(), view, ratio }
    if (flights.length > ONE_BY_ONE_MAX) copyFlights(brush, flights, sprites)
    else paintFlights(brush, flights)
  })
  return paintedOn(surface, useClock, useView, useModel, useSettings, useRun)
}

/** Paints now and whenever one of these stores changes; returns the way to stop. */
function paintedOn(
  { invalidate, stop }: ReturnType<typeof startSurface>,
  ...stores: readonly { readonly subscribe: (listener: () => void) => () => void }[]
): () => void {
  invalidate()
  const stops = [
    ...stores.map((store) => store.subscribe(invalidate)),
    onSystemTheme(invalidate),
    stop,
  ]
  return () => {
    for (const end of stops) end()
  }
}

/** So few move by parts of a pixel; a crowd moves by whole ones. */
const ONE_BY_ONE_MAX = 24

function paintFlights({ context, palette, view }: Brush, flights: readonly Flight[]): void {
  const { lines } = useModel.getState()
  const { nowUs } = useClock.getState()
  const scale = magnification(view.zoom)
  for (const flight of flights) {
    const line = lines.get(flight.connection)
    if (!line) continue
    const { atUs, point } = flightPlace(flight, line, nowUs)
    context.save()
    context.translate(point.x, point.y)
    context.scale(scale, scale)
    context.translate(-point.x, -point.y)
    paintShapes(context, flightShapes(flight, line, atUs), palette)
    context.restore()
  }
}

function copyFlights(brush: Brush, flights: readonly Flight[], sprites: FlightSprites): void {
  const { context, palette, view, ratio } = brush
  const { lines } = useModel.getState()
  const { nowUs } = useClock.getState()
  const shown = shownBounds(view, useView.getState().size)
  sprites.begin(palette, ratio * view.zoom * magnification(view.zoom))
  context.setTransform(1, 0, 0, 1, 0, 0)
  for (const flight of flights) {
    const line = lines.get(flight.connection)
    if (!line || !isOverlapping(line.bounds, shown)) continue
    const { x, y } = toScreen(view, flightPlace(flight, line, nowUs).point)
    sprites.draw(context, flight, line, { x: ratio * x, y: ratio * y })
  }
}
