/** The line of a branch over the track: it rises where the branch leaves, and never under the words at the end. */
import type { BranchArc } from './branch-arcs'
import { TRACK_Y_PX, type Track, xOf } from './scrubber-scale'

/** More lanes than this do not fit over the track: the rest share the highest, and the menu has them all. */
const LANES_MAX = 3
const LANE_LOWEST_Y_PX = 13
const LANE_GAP_PX = 5
const RISE_PX = 34
/** A flat end, however short the branch. */
const FLAT_PX = 12

/** `clearPx`: from there on the room over the track is taken. In pixels of the track's box. */
export function arcPath(arc: BranchArc, track: Track, clearPx: number): string {
  const from = xOf(arc.from, track)
  const y = LANE_LOWEST_Y_PX - Math.min(arc.lane, LANES_MAX - 1) * LANE_GAP_PX
  const right = Math.min(xOf(track.last, track), clearPx)
  const to = Math.max(from + RISE_PX + FLAT_PX, Math.min(right, xOf(arc.to, track)))
  if (to <= clearPx) return path(from, from + RISE_PX, to, y)
  // A branch that leaves near the very end rises towards the left: there is no room on its right.
  const top = Math.min(from - RISE_PX, clearPx - FLAT_PX)
  return path(from, top, top - FLAT_PX, y)
}

function path(from: number, top: number, to: number, y: number): string {
  const rise = top - from
  const [first, second] = [from + rise * 0.41, from + rise * 0.47]
  return `M${from} ${TRACK_Y_PX}C${first} ${TRACK_Y_PX} ${second} ${y} ${top} ${y}L${to} ${y}`
}
