/**
 * Which services and lines are DOM, and which are only painted. Near enough to read: the elements around the
 * view; too far or too many: only those being touched. Pure; recomputed when the view leaves what was mounted.
 */
import { LINE_STYLES } from '../../../shared/drawing/line-style'
import type { Bounds } from '../../../shared/drawing/shape'
import type { Protocol } from '../../../shared/scenario/connection'
import type { Size } from '../../../shared/scenario/place'
import { grown, isInside, isOverlapping } from './bounds'
import { shownBounds, type View } from './view'

/** Below this zoom a name is under seven pixels high: nothing there is worth an element. */
export const NEAR_ZOOM = 0.45
/** A little slack, so that a view at the limit does not flicker between the two. */
const STAY_NEAR_ZOOM = 0.42
/** So few services cost nothing as elements, and stay within reach of Tab and of a screen reader far out too. */
const SMALL_BOARD_SERVICES = 60
export const NEAR_SERVICES_MAX = 200
const NEAR_LINES_MAX = 360
/** Mounted beyond the view on every side, as a share of it. */
const MARGIN_SHARE = 0.2
/** What is touched is mounted whatever the zoom, but not by the hundred. */
const TOUCHED_MAX = 20

export interface Things {
  /** In the order of the scenario, which is the order of Tab. */
  readonly services: ReadonlyMap<string, Bounds>
  readonly lines: ReadonlyMap<string, ThingLine>
}

export interface ThingLine {
  readonly bounds: Bounds
  /** Without its label. */
  readonly wayBounds: Bounds
  /** The way to each of its points: the last is its whole length. */
  readonly lengths: readonly number[]
  readonly protocol: Protocol
}

export interface Mounted {
  readonly layer: 'near' | 'far'
  readonly services: readonly string[]
  readonly lines: readonly string[]
  /** Where the strokes of near lines are drawn: crowds of them are the painter's, too. */
  readonly strokes: 'elements' | 'painted'
  /**
   * False while the view moves and the elements are those of a moment ago: the painter then paints all of the
   * board, and mounting waits until the view rests.
   */
  readonly isSettled: boolean
  /** What the elements cover, in board units; null in the far view. */
  readonly covers: Bounds | null
  /** The things it was computed from. */
  readonly things: Things
}

export const NOTHING_MOUNTED: Mounted = {
  layer: 'far',
  services: [],
  lines: [],
  strokes: 'painted',
  isSettled: true,
  covers: null,
  things: { services: new Map(), lines: new Map() },
}

/** Returns `before` itself when nothing changes. `touched`: focused, renamed or alone selected. */
export function mountedFor(
  before: Mounted,
  things: Things,
  view: View,
  size: Size,
  touched: ReadonlySet<string>,
): Mounted {
  const shown = shownBounds(view, size)
  const isNear = isNearEnough(before, things, view.zoom, shown)
  if (!isNear) return settled(before, farMounted(things, touched))
  if (isStillCovered(before, things, shown, touched)) return before
  return settled(before, nearMounted(things, shown, touched))
}

function isNearEnough(before: Mounted, things: Things, zoom: number, shown: Bounds): boolean {
  const wasNear = before.layer === 'near'
  const isSmall = things.services.size <= SMALL_BOARD_SERVICES
  if (!isSmall && zoom < (wasNear ? STAY_NEAR_ZOOM : NEAR_ZOOM)) return false
  const slack = wasNear ? 1.1 : 1
  if (isMoreThan(boxes(things), shown, NEAR_SERVICES_MAX * slack)) return false
  return !isMoreThan(ways(things), shown, NEAR_LINES_MAX * slack)
}

function* boxes(things: Things): Iterable<{ readonly bounds: Bounds }> {
  for (const bounds of things.services.values()) yield { bounds }
}

function* ways(things: Things): Iterable<{ readonly bounds: Bounds }> {
  for (const { wayBounds } of things.lines.values()) yield { bounds: wayBounds }
}

function isMoreThan(
  all: Iterable<{ readonly bounds: Bounds }>,
  shown: Bounds,
  limit: number,
): boolean {
  let count = 0
  for (const { bounds } of all) {
    if (isOverlapping(bounds, shown)) count += 1
    if (count > limit) return true
  }
  return false
}

function isStillCovered(
  before: Mounted,
  things: Things,
  shown: Bounds,
  touched: ReadonlySet<string>,
): boolean {
  if (!before.covers || before.things !== things || !isInside(shown, before.covers)) return false
  // After zooming in, a cover made for a much larger view holds too many elements.
  if (shown.width < before.covers.width / 4) return false
  const mounted = new Set(before.services)
  return [...touched].every((id) => mounted.has(id) || !things.services.has(id))
}

function farMounted(things: Things, touched: ReadonlySet<string>): Mounted {
  const services = [...things.services.keys()].filter((id) => touched.has(id))
  return {
    layer: 'far',
    services: services.slice(0, TOUCHED_MAX),
    lines: [],
    strokes: 'painted',
    isSettled: true,
    covers: null,
    things,
  }
}

function nearMounted(things: Things, shown: Bounds, touched: ReadonlySet<string>): Mounted {
  const covers = grown(shown, shown.width * MARGIN_SHARE, shown.height * MARGIN_SHARE)
  const services: string[] = []
  for (const [id, bounds] of things.services) {
    if (isOverlapping(bounds, covers) || touched.has(id)) services.push(id)
  }
  const lines: string[] = []
  for (const [id, line] of things.lines) {
    if (isOverlapping(line.bounds, covers)) lines.push(id)
  }
  const strokes = strokesFor(lines, things)
  return { layer: 'near', services, lines, strokes, isSettled: true, covers, things }
}

/** An SVG draws so many lines, and so much of dashes (board units), within a few milliseconds. */
const ELEMENT_LINES_MAX = 200
const ELEMENT_DASHES_MAX = 20_000

function strokesFor(lines: readonly string[], things: Things): Mounted['strokes'] {
  if (lines.length > ELEMENT_LINES_MAX) return 'painted'
  let dashes = 0
  for (const id of lines) {
    const line = things.lines.get(id)
    if (line && LINE_STYLES[line.protocol].dash) dashes += line.lengths.at(-1) ?? 0
  }
  return dashes > ELEMENT_DASHES_MAX ? 'painted' : 'elements'
}

/** So few elements come and go within a frame. */
const AT_ONCE_MAX = 40

/**
 * What to show while the view still moves: `next` itself when that is little work, else the elements there are
 * with the painter's help. In the far view the elements there are have only to be taken away.
 */
export function whileMoving(before: Mounted, next: Mounted): Mounted {
  if (Math.max(before.services.length, next.services.length) <= AT_ONCE_MAX) return next
  if (before.services === next.services && before.lines === next.lines) return next
  const isSame = !before.isSettled && before.layer === next.layer && before.things === next.things
  if (isSame) return before
  const { services, lines } = before
  return { ...next, services, lines, strokes: 'painted', isSettled: false, covers: null }
}

/** Keeps the old lists where they hold the same, so that a view that moved draws nothing anew. */
function settled(before: Mounted, next: Mounted): Mounted {
  const services = isSame(before.services, next.services) ? before.services : next.services
  const lines = isSame(before.lines, next.lines) ? before.lines : next.lines
  const isUnchanged =
    services === before.services &&
    lines === before.lines &&
    next.layer === before.layer &&
    next.strokes === before.strokes &&
    next.isSettled === before.isSettled &&
    next.things === before.things &&
    (next.covers === null) === (before.covers === null)
  if (isUnchanged && next.covers === null) return before
  return { ...next, services, lines }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place])
}
