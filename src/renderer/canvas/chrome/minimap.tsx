/** The whole board small, and the part that is shown: painted from the scenario, so right at any size. */
import { memo, type PointerEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { PALETTES } from '../../../shared/drawing/theme'
import { onSystemTheme, themeShown, useSettings } from '../../state/settings'
import { startSurface } from '../far/canvas-surface'
import { useModel } from '../model/board-model'
import { placedBounds } from '../model/hit-test'
import { shownBounds } from '../view/view'
import { moveView, useView } from '../view/view-store'
import { boundsOfBoxes } from '../view/wishes'
import { MINIMAP, minimapView, onMinimap, viewCentredOn } from './minimap-view'

export const Minimap = memo(function Minimap() {
  const { t } = useTranslation('canvas')
  const canvas = useRef<HTMLCanvasElement>(null)
  const isEmpty = useModel(({ services }) => services.size === 0)
  useEffect(
    () => (canvas.current && !isEmpty ? startPainting(canvas.current) : undefined),
    [isEmpty],
  )
  if (isEmpty) return null
  return (
    <div className="minimap" data-board-chrome>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('minimap.label')}
        onPointerDown={goThere}
        onPointerMove={(event) => event.buttons === 1 && goThere(event)}
      />
    </div>
  )
})

function mapNow() {
  const { view, size } = useView.getState()
  const shown = shownBounds(view, size)
  return { view, size, shown, map: minimapView(boundsOfBoxes(), shown) }
}

function goThere(event: PointerEvent<HTMLCanvasElement>): void {
  event.currentTarget.setPointerCapture(event.pointerId)
  const { left, top } = event.currentTarget.getBoundingClientRect()
  const { map, view, size } = mapNow()
  moveView(viewCentredOn(map, { x: event.clientX - left, y: event.clientY - top }, view, size))
}

function paint(context: CanvasRenderingContext2D, ratio: number): void {
  const palette = PALETTES[themeShown(useSettings.getState().theme)]
  const { services, scenario } = useModel.getState()
  const { map, shown } = mapNow()
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.clearRect(0, 0, MINIMAP.width, MINIMAP.height)
  context.fillStyle = palette.line
  for (const zone of scenario.zones ?? []) fillBox(context, onMinimap(map, placedBounds(zone)))
  context.fillStyle = palette['ink-3']
  context.globalAlpha = 0.5
  for (const bounds of services.values()) fillBox(context, onMinimap(map, bounds))
  context.globalAlpha = 1
  const frame = onMinimap(map, shown)
  context.strokeStyle = palette.focus
  context.lineWidth = 1.2
  context.strokeRect(frame.x, frame.y, frame.width, frame.height)
}

function fillBox(
  context: CanvasRenderingContext2D,
  box: { x: number; y: number; width: number; height: number },
): void {
  context.fillRect(box.x, box.y, Math.max(1, box.width), Math.max(1, box.height))
}

function startPainting(canvas: HTMLCanvasElement): () => void {
  const surface = startSurface(canvas, () => MINIMAP, paint)
  surface.invalidate()
  const stops = [
    useModel.subscribe(surface.invalidate),
    useView.subscribe(surface.invalidate),
    useSettings.subscribe(surface.invalidate),
    onSystemTheme(surface.invalidate),
    surface.stop,
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
