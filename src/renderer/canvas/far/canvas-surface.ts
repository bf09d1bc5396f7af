/** A canvas that fills the board at the screen's own resolution, painted at most once a frame. */
import type { Size } from '../../../shared/scenario/place'

/** More pixels than the eye gains from, and than a software painter can fill in a frame. */
const RATIO_MAX = 2

export function startSurface(
  canvas: HTMLCanvasElement,
  sizeNow: () => Size,
  paint: (context: CanvasRenderingContext2D, ratio: number) => void,
): { readonly invalidate: () => void; readonly stop: () => void } {
  const context = canvas.getContext('2d')
  let frame = 0
  const draw = () => {
    frame = 0
    if (!context) return
    const { width, height } = sizeNow()
    const ratio = Math.min(RATIO_MAX, window.devicePixelRatio || 1)
    const pixelWidth = Math.max(1, Math.round(width * ratio))
    const pixelHeight = Math.max(1, Math.round(height * ratio))
    if (canvas.width !== pixelWidth) canvas.width = pixelWidth
    if (canvas.height !== pixelHeight) canvas.height = pixelHeight
    paint(context, ratio)
  }
  return {
    invalidate: () => {
      if (frame === 0) frame = requestAnimationFrame(draw)
    },
    stop: () => cancelAnimationFrame(frame),
  }
}
