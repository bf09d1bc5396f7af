/**
 * Snapping to what stands near: edges and middles in one line, and gaps as wide as the neighbours' gaps. Pure
 * arithmetic, one axis at a time; knows no store and no scenario. Board units.
 */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point } from '../../../shared/scenario/place'

/** `x`: places along x are equal, so the guide is upright. */
export type SnapAxis = 'x' | 'y'

export type Guide =
  /** Edges or middles in one line at `at`, drawn across from one thing to the other. */
  | {
      readonly guide: 'line'
      readonly axis: SnapAxis
      readonly at: number
      readonly from: number
      readonly to: number
    }
  /** One of several equally wide gaps, `from` and `to` along the axis, drawn at `across`. */
  | {
      readonly guide: 'gap'
      readonly axis: SnapAxis
      readonly across: number
      readonly from: number
      readonly to: number
    }

export interface SnapGround {
  /** Whose edges and middles count. */
  readonly lines: readonly Bounds[]
  /** Between which gaps count: what has others inside it has no gaps. */
  readonly boxes: readonly Bounds[]
}

export interface ObjectSnap {
  /** What to add to the move; 0 where nothing is near, see `caught`. */
  readonly by: Point
  readonly caught: { readonly x: boolean; readonly y: boolean }
}

/** Nearer than this counts as equal: places on the board are whole or half units. */
const EQUAL = 0.01

interface Span {
  readonly low: number
  readonly high: number
}

function spanOf(box: Bounds, axis: SnapAxis): Span {
  return axis === 'x'
    ? { low: box.x, high: box.x + box.width }
    : { low: box.y, high: box.y + box.height }
}

function other(axis: SnapAxis): SnapAxis {
  return axis === 'x' ? 'y' : 'x'
}

function anchorsOf({ low, high }: Span): readonly number[] {
  return low === high ? [low] : [low, (low + high) / 2, high]
}

interface Anchor {
  readonly at: number
  readonly box: Bounds
}

const known: Record<SnapAxis, WeakMap<readonly Bounds[], readonly Anchor[]>> = {
  x: new WeakMap(),
  y: new WeakMap(),
}

/** Edges and middles in order along an axis: found once a gesture, looked up with every frame of it. */
function sortedAnchors(axis: SnapAxis, boxes: readonly Bounds[]): readonly Anchor[] {
  const kept = known[axis].get(boxes)
  if (kept) return kept
  const anchors = boxes.flatMap((box) => anchorsOf(spanOf(box, axis)).map((at) => ({ at, box })))
  anchors.sort((a, b) => a.at - b.at)
  known[axis].set(boxes, anchors)
  return anchors
}

/** The place of the first anchor at `least` or beyond; the length when there is none. */
function firstFrom(anchors: readonly Anchor[], least: number): number {
  let [low, high] = [0, anchors.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((anchors[middle]?.at ?? 0) < least) low = middle + 1
    else high = middle
  }
  return low
}

/** The move that brings `moving` nearest into line or into equal gaps, within `tolerance` on each axis. */
export function objectSnap(moving: Bounds, ground: SnapGround, tolerance: number): ObjectSnap {
  const x = nearest('x', moving, ground, tolerance)
  const y = nearest('y', moving, ground, tolerance)
  return { by: { x: x ?? 0, y: y ?? 0 }, caught: { x: x !== undefined, y: y !== undefined } }
}

function nearest(
  axis: SnapAxis,
  moving: Bounds,
  ground: SnapGround,
  tolerance: number,
): number | undefined {
  let best: number | undefined
  const consider = (shift: number) => {
    if (Math.abs(shift) > tolerance) return
    if (best === undefined || Math.abs(shift) < Math.abs(best) - EQUAL) best = shift
  }
  const own = spanOf(moving, axis)
  const anchors = sortedAnchors(axis, ground.lines)
  for (const anchor of anchorsOf(own)) {
    const above = firstFrom(anchors, anchor)
    for (const { at } of anchors.slice(Math.max(0, above - 1), above + 1)) consider(at - anchor)
  }
  for (const place of gapPlaces(axis, moving, ground.boxes)) consider(place.low - own.low)
  return best
}

interface GapPlace {
  /** Where the moved thing begins. */
  readonly low: number
  readonly gaps: readonly Span[]
}

/** The places along an axis where a thing of this size would make two equal gaps with its neighbours. */
function gapPlaces(axis: SnapAxis, moving: Bounds, boxes: readonly Bounds[]): GapPlace[] {
  const across = spanOf(moving, other(axis))
  const { low, high } = spanOf(moving, axis)
  const size = high - low
  if (size === 0) return []
  const row = boxes
    .filter((box) => {
      const span = spanOf(box, other(axis))
      return span.low < across.high && span.high > across.low
    })
    .map((box) => spanOf(box, axis))
    .sort((a, b) => a.low - b.low)
  const places: GapPlace[] = []
  row.forEach((first, at) => {
    const second = row[at + 1]
    if (!second || second.low <= first.high) return
    const gap = second.low - first.high
    const between: Span = { low: first.high, high: second.low }
    const after = second.high + gap
    places.push({ low: after, gaps: [between, { low: second.high, high: after }] })
    const before = first.low - gap
    places.push({ low: before - size, gaps: [{ low: before, high: first.low }, between] })
    if (gap <= size) return
    const half = (gap - size) / 2
    const middle = first.high + half
    places.push({
      low: middle,
      gaps: [
        { low: first.high, high: middle },
        { low: middle + size, high: second.low },
      ],
    })
  })
  return places
}

/** What to show where a thing has come to rest: every line it is in, and the equal gaps it makes. */
export function guidesAt(moving: Bounds, ground: SnapGround): readonly Guide[] {
  return [...guidesOn('x', moving, ground), ...guidesOn('y', moving, ground)]
}

function guidesOn(axis: SnapAxis, moving: Bounds, ground: SnapGround): Guide[] {
  const across = spanOf(moving, other(axis))
  const guides: Guide[] = []
  const anchors = sortedAnchors(axis, ground.lines)
  for (const at of anchorsOf(spanOf(moving, axis))) {
    let [from, to] = [across.low, across.high]
    const first = firstFrom(anchors, at - EQUAL)
    let place = first
    for (; (anchors[place]?.at ?? Number.POSITIVE_INFINITY) < at + EQUAL; place += 1) {
      const span = spanOf(anchors[place]?.box ?? moving, other(axis))
      from = Math.min(from, span.low)
      to = Math.max(to, span.high)
    }
    if (place > first) guides.push({ guide: 'line', axis, at, from, to })
  }
  const own = spanOf(moving, axis)
  for (const { low, gaps } of gapPlaces(axis, moving, ground.boxes)) {
    if (Math.abs(low - own.low) >= EQUAL) continue
    const middle = (across.low + across.high) / 2
    for (const gap of gaps) {
      guides.push({ guide: 'gap', axis, across: middle, from: gap.low, to: gap.high })
    }
  }
  return guides
}
