/** The canvas under React Flow: the whole board while it is far or crowded, nothing while it is near. */
import { memo, useEffect, useRef } from 'react'
import { PALETTES } from '../../../shared/drawing/theme'
import { useBoard } from '../../state/board'
import { useSelection } from '../../state/selection'
import { onSystemTheme, themeShown, useSettings } from '../../state/settings'
import { useModel } from '../model/board-model'
import { useMounted } from '../view/mounted-store'
import { shownBounds } from '../view/view'
import { useView } from '../view/view-store'
import { startSurface } from './canvas-surface'
import { levelAt } from './level'
import { paintLines, paintScene } from './paint-scene'
import { paintSelection } from './paint-selection'
import { SceneStore } from './scene'

export const PaintedLayer = memo(function PaintedLayer() {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => (canvas.current ? startPainting(canvas.current) : undefined), [])
  return <canvas ref={canvas} className="painted" />
})

/** What a run leaves of the lines that it does not use just now. */
const DIMMED = 0.5

function startPainting(canvas: HTMLCanvasElement): () => void {
  const scenes = new SceneStore()
  let isBlank = true
  const paint = (context: CanvasRenderingContext2D, ratio: number) => {
    const { layer, strokes, isSettled } = useMounted.getState()
    const isWhole = layer === 'far' || !isSettled
    const isPainted = isWhole || strokes === 'painted'
    if (!isPainted && isBlank) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    isBlank = !isPainted
    if (!isPainted) return
    const { view, size } = useView.getState()
    const palette = PALETTES[themeShown(useSettings.getState().theme)]
    const model = useModel.getState()
    const level = isWhole ? levelAt(view.zoom) : 'whole'
    const job = {
      context,
      palette,
      view,
      level,
      shown: shownBounds(view, size),
      linesOpacity: useBoard.getState().mode === 'run' ? DIMMED : 1,
    }
    context.setTransform(ratio * view.zoom, 0, 0, ratio * view.zoom, ratio * view.x, ratio * view.y)
    if (isWhole) {
      paintScene(job, scenes.of(model, level))
      paintSelection(job, model, useSelection.getState().ids)
    } else paintLines(job, scenes.linesOf(model))
  }
  const surface = startSurface(canvas, () => useView.getState().size, paint)
  const { invalidate } = surface
  invalidate()
  const stops = [
    useView.subscribe(invalidate),
    useModel.subscribe(invalidate),
    useMounted.subscribe(invalidate),
    useSelection.subscribe(invalidate),
    useSettings.subscribe(invalidate),
    useBoard.subscribe((now, before) => now.mode !== before.mode && invalidate()),
    onSystemTheme(invalidate),
    onFonts(invalidate),
    surface.stop,
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

/** Words painted before their font has come are painted again. */
function onFonts(listener: () => void): () => void {
  document.fonts.addEventListener('loadingdone', listener)
  return () => document.fonts.removeEventListener('loadingdone', listener)
}
