/** How large a picture may be, and the largest scale at which a drawing still fits into one whole. */

/** In pixels. */
export interface PictureLimits {
  readonly sideMax: number
  readonly areaMax: number
}

/** The largest scale up to `wanted` at which both sides and the area keep the limits. */
export function fittingScale(
  size: { readonly width: number; readonly height: number },
  wanted: number,
  limits: PictureLimits,
): number {
  // A side is rounded up to whole pixels, so the limits are met with one pixel to spare.
  const bySide = (limits.sideMax - 1) / Math.max(size.width, size.height)
  const byArea = Math.sqrt(limits.areaMax / (size.width * size.height)) * 0.9999
  return Math.min(wanted, bySide, byArea)
}
