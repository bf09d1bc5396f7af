/**
 * Which services and lines are DOM, and which are only painted. Near enough to read: the elements around the
 * view; too far or too many: only those being touched. Pure; recomputed when the view leaves what was mounted.
 */
import type { Bounds } from '../../../shared/drawing/shape'
import type { Size } from '../../../shared/scenario/place'
import { grown, isInside, isOverlapping } from './bounds'
import { shownBounds, type View } from './view'

/** Below this zoom a name is under seven pixels high: nothing there is worth an element. */
export const NEAR_ZOOM = 0.45
/** A little slack, so that a view at the limit does not flicker between the two. */
const STAY_NEAR_ZOOM = 0.42
export const NEAR_SERVICES_MAX = 200
const NEAR_LINES_MAX = 360
/** Mounted beyond the view on every side, as a share of it. */
const MARGIN_SHARE = 0.35
/** What is touched is mounted whatever the zoom, but not by the hundred. */
const TOUCHED_MAX = 20

export interface Things {
  /** In the order of the scenario, which is the order of Tab. */
  readonly services: ReadonlyMap<string, Bounds>
  readonly lines: ReadonlyMap<string, { readonly bounds: Bounds }>
}

export interface Mounted {
  readonly layer: 'near' | 'far'
  readonly services: readonly string[]
  readonly lines: readonly string[]
  /** What the elements cover, in board units; null in the far view. */
  readonly covers: Bounds | null
  /** The things it was computed from. */
  readonly things: Things
}

export const NOTHING_MOUNTED: Mounted = {
  layer: 'far',
  services: [],
  lines: [],
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
  if (zoom < (wasNear ? STAY_NEAR_ZOOM : NEAR_ZOOM)) return false
  const slack = wasNear ? 1.1 : 1
  if (isMoreThan(things.services.values(), shown, NEAR_SERVICES_MAX * slack)) return false
  const lines = [...things.lines.values()].map((line) => line.bounds)
  return !isMoreThan(lines, shown, NEAR_LINES_MAX * slack)
}

function isMoreThan(all: Iterable<Bounds>, shown: Bounds, limit: number): boolean {
  let count = 0
  for (const bounds of all) {
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
  return { layer: 'near', services, lines, covers, things }
}

/** Keeps the old lists where they hold the same, so that a view that moved draws nothing anew. */
function settled(before: Mounted, next: Mounted): Mounted {
  const services = isSame(before.services, next.services) ? before.services : next.services
  const lines = isSame(before.lines, next.lines) ? before.lines : next.lines
  const isUnchanged =
    services === before.services &&
    lines === before.lines &&
    next.layer === before.layer &&
    next.things === before.things &&
    (next.covers === null) === (before.covers === null)
  if (isUnchanged && next.covers === null) return before
  return { ...next, services, lines }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, place) => id === b[place])
}
