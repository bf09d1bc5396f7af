/**
 * The board as a graph for the layout, and the layout's answer as places on the board. Pure: knows the
 * layout's formats, runs nothing.
 */
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api'
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point, Size } from '../../../shared/scenario/place'
import type { Scenario, Zone } from '../../../shared/scenario/scenario'
import { snapped } from '../gestures/snap'
import { isInside } from '../view/bounds'
import { type LaidRoute, routesOf } from './layout-routes'

/** Said of every zone, too: what is not would be the layout's own, boxes 20 apart, with no room for words between. */
const SPACING = {
  'elk.layered.spacing.nodeNodeBetweenLayers': '180',
  'elk.spacing.nodeNode': '60',
  'elk.spacing.edgeNode': '36',
  'elk.spacing.edgeEdge': '28',
  'elk.layered.spacing.edgeNodeBetweenLayers': '36',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '20',
} as const

const OPTIONS = {
  ...SPACING,
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.componentComponent': '100',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'GREEDY_MODEL_ORDER',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
} as const

/** Room for a zone's title above its services, and around them. */
const ZONE_PADDING = '[top=56,left=32,bottom=32,right=32]'
const ROOT = 'board'

export interface Arrangement {
  readonly positions: Readonly<Record<string, Point>>
  /** Zones are as large as what they hold. */
  readonly zoneSizes: Readonly<Record<string, Size>>
  /** How the layout led the lines; of none where pinned services have undone it. */
  readonly routes: ReadonlyMap<string, LaidRoute>
  /** How far each service went from where the layout had put it, to the grid. */
  readonly moves: ReadonlyMap<string, Point>
}

/**
 * Services in their zones, zones as nodes around them, zones in the zones that hold them whole. A zone that
 * holds no service stays out of it. `memberOf`: the zone of each service that has one.
 */
export function layoutGraph(
  scenario: Scenario,
  boxes: ReadonlyMap<string, Bounds>,
  memberOf: ReadonlyMap<string, string>,
): ElkNode {
  const nodes = new Map<string, ElkNode>()
  const children: ElkNode[] = []
  const zones = scenario.zones ?? []
  const put = (node: ElkNode, into: string | undefined) => {
    const holder = into === undefined ? undefined : zoneNode(into)
    const list = holder?.children ?? children
    list.push(node)
  }
  const zoneNode = (id: string): ElkNode => {
    const known = nodes.get(id)
    if (known) return known
    const layoutOptions = { ...SPACING, 'elk.padding': ZONE_PADDING }
    const made: ElkNode = { id, children: [], layoutOptions }
    nodes.set(id, made)
    put(made, holderOf(zones, id))
    return made
  }
  for (const { id } of scenario.services) {
    const box = boxes.get(id)
    put({ id, width: box?.width ?? 180, height: box?.height ?? 72 }, memberOf.get(id))
  }
  return { id: ROOT, layoutOptions: OPTIONS, children, edges: edgesOf(scenario) }
}

/** The smallest zone that holds this one whole and is larger: of two alike neither holds the other. */
function holderOf(zones: readonly Zone[], id: string): string | undefined {
  const zone = zones.find((one) => one.id === id)
  if (!zone) return undefined
  const area = ({ size }: Zone) => size.width * size.height
  const inner = { ...zone.position, ...zone.size }
  return zones
    .filter((one) => area(one) > area(zone) && isInside(inner, { ...one.position, ...one.size }))
    .sort((a, b) => area(a) - area(b))[0]?.id
}

function edgesOf(scenario: Scenario): ElkExtendedEdge[] {
  const ids = new Set(scenario.services.map((service) => service.id))
  return scenario.connections
    .filter(({ from, to }) => from !== to && ids.has(from) && ids.has(to))
    .map(({ id, from, to }) => ({ id, sources: [from], targets: [to] }))
}

/**
 * Where everything goes. The picture keeps its upper left corner; pinned services keep their places, the
 * others come with them, and who would stand on a pinned one moves below it.
 */
export function arrangementOf(
  laidOut: ElkNode,
  boxes: ReadonlyMap<string, Bounds>,
  pinned: ReadonlySet<string>,
): Arrangement {
  const placed = new Map<string, Bounds>()
  const zones = new Map<string, Bounds>()
  const corners = new Map<string, Point>()
  const collect = (node: ElkNode, x: number, y: number) => {
    const bounds = {
      x: x + (node.x ?? 0),
      y: y + (node.y ?? 0),
      width: node.width ?? 0,
      height: node.height ?? 0,
    }
    corners.set(node.id, bounds)
    if (node.children && node.id !== ROOT) zones.set(node.id, bounds)
    else if (node.id !== ROOT) placed.set(node.id, bounds)
    for (const child of node.children ?? []) collect(child, bounds.x, bounds.y)
  }
  collect(laidOut, 0, 0)
  const by = shiftFor(placed, boxes, pinned)
  const moved = new Map<string, Bounds>()
  for (const [id, bounds] of placed) {
    const home = boxes.get(id)
    moved.set(id, home && pinned.has(id) ? home : shiftedOnGrid(bounds, by))
  }
  clearOfPinned(moved, pinned)
  const positions: Record<string, Point> = {}
  for (const [id, { x, y }] of moved) if (!pinned.has(id)) positions[id] = { x, y }
  const zoneSizes: Record<string, Size> = {}
  for (const [id, bounds] of zones) {
    const { x, y, width, height } = shiftedOnGrid(bounds, by)
    positions[id] = { x, y }
    zoneSizes[id] = { width, height }
  }
  const routes = pinned.size > 0 ? new Map<string, LaidRoute>() : routesOf(laidOut, corners, by)
  const moves = new Map<string, Point>()
  for (const [id, { x, y }] of moved) {
    const there = placed.get(id)
    if (there) moves.set(id, { x: x - there.x - by.x, y: y - there.y - by.y })
  }
  return { positions, zoneSizes, routes, moves }
}

function shiftedOnGrid(bounds: Bounds, by: Point): Bounds {
  return { ...bounds, x: snapped(bounds.x + by.x), y: snapped(bounds.y + by.y) }
}

/** How the layout's coordinates become the board's. */
function shiftFor(
  placed: ReadonlyMap<string, Bounds>,
  boxes: ReadonlyMap<string, Bounds>,
  pinned: ReadonlySet<string>,
): Point {
  const anchors = [...placed].filter(([id]) => pinned.size === 0 || pinned.has(id))
  if (pinned.size > 0) {
    const mean = (part: (home: Bounds, there: Bounds) => number) =>
      anchors.reduce((sum, [id, there]) => sum + part(boxes.get(id) ?? there, there), 0) /
      Math.max(1, anchors.length)
    return {
      x: mean((home, there) => home.x - there.x),
      y: mean((home, there) => home.y - there.y),
    }
  }
  const least = (all: readonly number[]) =>
    all.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  const homes = [...boxes.values()]
  if (homes.length === 0) return { x: 0, y: 0 }
  return {
    x: least(homes.map((box) => box.x)) - least(anchors.map(([, box]) => box.x)),
    y: least(homes.map((box) => box.y)) - least(anchors.map(([, box]) => box.y)),
  }
}

const CLEARANCE = 40

/** Moves free boxes down until none stands on a pinned one or on another box. */
function clearOfPinned(moved: Map<string, Bounds>, pinned: ReadonlySet<string>): void {
  if (pinned.size === 0) return
  const standing = [...moved].filter(([id]) => pinned.has(id)).map(([, bounds]) => bounds)
  const free = [...moved].filter(([id]) => !pinned.has(id)).sort(([, a], [, b]) => a.y - b.y)
  for (const [id, bounds] of free) {
    let at = bounds
    // Each box that stands in the way is passed once, downwards: this ends.
    for (let blocker = inTheWay(at, standing); blocker; blocker = inTheWay(at, standing)) {
      at = { ...at, y: snapped(blocker.y + blocker.height + CLEARANCE + 9) }
    }
    standing.push(at)
    moved.set(id, at)
  }
}

function inTheWay(bounds: Bounds, standing: readonly Bounds[]): Bounds | undefined {
  return standing.find(
    (other) =>
      bounds.x < other.x + other.width + CLEARANCE &&
      other.x < bounds.x + bounds.width + CLEARANCE &&
      bounds.y < other.y + other.height + CLEARANCE / 2 &&
      other.y < bounds.y + bounds.height + CLEARANCE / 2,
  )
}
