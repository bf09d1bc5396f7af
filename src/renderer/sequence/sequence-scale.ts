/** How large the sequence is drawn. Pure. */

export const SCALE_MIN = 0.5
export const SCALE_MAX = 2
/** Smaller than this the labels cannot be read: rather scroll sideways. */
const READABLE_MIN = 0.9
/** Few columns in a wide window: larger would only be louder. */
const FIT_MAX = 1.2
const ZOOM_BY = 1.2

/** Fits the width of the view where that can be read. */
export function fittingScale(widthPx: number, drawnWidth: number): number {
  if (widthPx <= 0 || drawnWidth <= 0) return 1
  return Math.min(FIT_MAX, Math.max(READABLE_MIN, widthPx / drawnWidth))
}

export function zoomed(scale: number, direction: 'in' | 'out'): number {
  const wanted = direction === 'in' ? scale * ZOOM_BY : scale / ZOOM_BY
  return Math.min(SCALE_MAX, Math.max(SCALE_MIN, wanted))
}
