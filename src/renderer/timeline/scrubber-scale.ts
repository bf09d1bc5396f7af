/** Where positions of a run stand on a track of so many pixels, and which of them get a tick. Pure. */

/** Never closer than this: denser ticks are a grey bar that says nothing. */
export const TICK_GAP_PX = 6

/** Half a knob on either side, so that the first and the last position can be taken hold of. */
export const TRACK_PAD_PX = 10

export interface Track {
  /** The last position, which is how many steps the run has. */
  readonly last: number
  readonly widthPx: number
}

/** Pixels from the left end of the track's box. */
export function xOf(position: number, { last, widthPx }: Track): number {
  const usable = Math.max(0, widthPx - 2 * TRACK_PAD_PX)
  return TRACK_PAD_PX + (last === 0 ? 0 : (position / last) * usable)
}

/** The position nearest to a place on the track: dragging snaps to steps. */
export function positionAt(xPx: number, { last, widthPx }: Track): number {
  const usable = widthPx - 2 * TRACK_PAD_PX
  if (usable <= 0) return 0
  const share = Math.min(1, Math.max(0, (xPx - TRACK_PAD_PX) / usable))
  return Math.round(share * last)
}

/** Evenly spaced ticks from 0 on: every position, or every second, fifth, tenth... where they are many. */
export function evenTicks(track: Track): readonly number[] {
  const stride = tickStride(track)
  const ticks: number[] = []
  for (let position = 0; position <= track.last; position += stride) ticks.push(position)
  return ticks
}

function tickStride(track: Track): number {
  const stepPx = track.last === 0 ? track.widthPx : (track.widthPx - 2 * TRACK_PAD_PX) / track.last
  if (stepPx >= TICK_GAP_PX) return 1
  if (stepPx <= 0) return Math.max(1, track.last)
  for (let scale = 1; ; scale *= 10) {
    for (const round of [2, 5, 10]) if (round * scale * stepPx >= TICK_GAP_PX) return round * scale
  }
}

/** Of rising positions, those that can be told apart: the first of each crowd stays. */
export function thinned(positions: readonly number[], track: Track): readonly number[] {
  const kept: number[] = []
  let lastPx = Number.NEGATIVE_INFINITY
  for (const position of positions) {
    const px = xOf(position, track)
    if (px - lastPx < TICK_GAP_PX) continue
    kept.push(position)
    lastPx = px
  }
  return kept
}

export const TRACK_HEIGHT_PX = 36
/** Where the line lies in it; above it the branches leave. */
export const TRACK_Y_PX = 26

const PAGE_SHARE = 10

/** Where a key of a slider leads from `position`, or `undefined` for any other key. */
export function keyTarget(key: string, position: number, last: number): number | undefined {
  const page = Math.max(1, Math.round(last / PAGE_SHARE))
  const bounded = (target: number) => Math.min(last, Math.max(0, target))
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return bounded(position + 1)
    case 'ArrowLeft':
    case 'ArrowDown':
      return bounded(position - 1)
    case 'PageUp':
      return bounded(position + page)
    case 'PageDown':
      return bounded(position - page)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
