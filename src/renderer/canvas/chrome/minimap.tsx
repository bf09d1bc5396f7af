/** The whole board small, and the part that is shown: painted from the scenario, so right at any size. */
import { memo, type PointerEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Bounds } from '../../../shared/drawing/shape'
import { PALETTES, type Palette } from '../../../shared/drawing/theme'
import { onSystemTheme, themeShown, useSettings } from '../../state/settings'
import { startSurface } from '../far/canvas-surface'
import { useModel } from '../model/board-model'
import { placedBounds } from '../model/hit-test'
import { shownBounds } from '../view/view'
import { moveView, useView } from '../view/view-store'
import { boundsOfBoxes } from '../view/wishes'
import {
  hasRoomForMinimap,
  MINIMAP,
  type MinimapView,
  minimapView,
  onMinimap,
  viewCentredOn,
} from './minimap-view'

export const Minimap = memo(function Minimap() {
  const { t } = useTranslation('canvas')
  const canvas = useRef<HTMLCanvasElement>(null)
  const isEmpty = useModel(({ services }) => services.size === 0)
  const isCrowded = useView(({ size }) => !hasRoomForMinimap(size))
  const isShown = !isEmpty && !isCrowded
  useEffect(
    () => (canvas.current && isShown ? startPainting(canvas.current) : undefined),
    [isShown],
  )
  if (!isShown) return null
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

/** The boxes, painted once for as long as neither they nor their scale change. */
class BoxPicture {
  private readonly picture = new OffscreenCanvas(1, 1)
  private painted: readonly unknown[] = []

  draw(onto: CanvasRenderingContext2D, ratio: number, map: MinimapView): void {
    const theme = themeShown(useSettings.getState().theme)
    const { services, scenario } = useModel.getState()
    const wanted = [services, scenario.zones, theme, ratio, map.scale, map.x, map.y]
    if (wanted.some((part, at) => part !== this.painted[at])) {
      this.painted = wanted
      this.paint(ratio, map, PALETTES[theme])
    }
    onto.setTransform(1, 0, 0, 1, 0, 0)
    onto.drawImage(this.picture, 0, 0)
    onto.setTransform(ratio, 0, 0, ratio, 0, 0)
  }

  private paint(ratio: number, map: MinimapView, palette: Palette): void {
    this.picture.width = MINIMAP.width * ratio
    this.picture.height = MINIMAP.height * ratio
    const context = this.picture.getContext('2d')
    if (!context) return
    const fill = (bounds: Bounds) => {
      const { x, y, width, height } = onMinimap(map, bounds)
      context.fillRect(x, y, Math.max(1, width), Math.max(1, height))
    }
    const { services, scenario } = useModel.getState()
    context.scale(ratio, ratio)
    context.fillStyle = palette.line
    for (const zone of scenario.zones ?? []) fill(placedBounds(zone))
    context.fillStyle = palette['ink-3']
    context.globalAlpha = 0.5
    for (const bounds of services.values()) fill(bounds)
  }
}

/** While things are dragged the small picture may be so far behind: all its boxes anew each frame cost too much. */
const BEHIND_MS = 100

function startPainting(canvas: HTMLCanvasElement): () => void {
  const boxes = new BoxPicture()
  const surface = startSurface(
    canvas,
    () => MINIMAP,
    (context, ratio) => {
      const { map, shown } = mapNow()
      context.clearRect(0, 0, canvas.width, canvas.height)
      boxes.draw(context, ratio, map)
      const frame = onMinimap(map, shown)
      context.strokeStyle = PALETTES[themeShown(useSettings.getState().theme)].focus
      context.lineWidth = 1.2
      context.strokeRect(frame.x, frame.y, frame.width, frame.height)
    },
  )
  surface.invalidate()
  let late: ReturnType<typeof setTimeout> | undefined
  const follow = () => {
    late ??= setTimeout(() => {
      late = undefined
      surface.invalidate()
    }, BEHIND_MS)
  }
  const stops = [
    useModel.subscribe(follow),
    () => clearTimeout(late),
    useView.subscribe(surface.invalidate),
    useSettings.subscribe(surface.invalidate),
    onSystemTheme(surface.invalidate),
    surface.stop,
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
