/**
 * The board as a graph for the layout, and the layout's answer as places on the board. Pure: knows the
 * layout's formats, runs nothing.
 */
import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api'
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point, Size } from '../../../shared/scenario/place'
import type { Scenario } from '../../../shared/scenario/scenario'
import { snapped } from '../gestures/snap'

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.layered.spacing.nodeNodeBetweenLayers': '180',
  'elk.spacing.nodeNode': '60',
  'elk.spacing.edgeNode': '36',
  'elk.spacing.edgeEdge': '28',
  'elk.spacing.componentComponent': '100',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.cycleBreaking.strategy': 'GREEDY_MODEL_ORDER',
  'elk.edgeRouting': 'POLYLINE',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
} as const

/** Room for a zone's title above its services, and around them. */
const ZONE_PADDING = '[top=56,left=32,bottom=32,right=32]'
const ROOT = 'board'

export interface Arrangement {
  readonly positions: Readonly<Record<string, Point>>
  /** Zones are as large as what they hold. */
  readonly zoneSizes: Readonly<Record<string, Size>>
  /** The bends that the layout gave to lines; empty for those it drew straight. */
  readonly routes: ReadonlyMap<string, readonly Point[]>
}

/** Services in their zones, zones as nodes around them. `memberOf`: the zone of each service that has one. */
export function layoutGraph(
  scenario: Scenario,
  boxes: ReadonlyMap<string, Bounds>,
  memberOf: ReadonlyMap<string, string>,
): ElkNode {
  const node = (id: string): ElkNode => {
    const box = boxes.get(id)
    return { id, width: box?.width ?? 180, height: box?.height ?? 72 }
  }
  const zones = new Map<string, ElkNode>()
  const children: ElkNode[] = []
  for (const { id } of scenario.services) {
    const zone = memberOf.get(id)
    if (zone === undefined) {
      children.push(node(id))
      continue
    }
    const known = zones.get(zone)
    if (known) known.children?.push(node(id))
    else {
      const made: ElkNode = {
        id: zone,
        children: [node(id)],
        layoutOptions: { 'elk.padding': ZONE_PADDING },
      }
      zones.set(zone, made)
      children.push(made)
    }
  }
  return { id: ROOT, layoutOptions: OPTIONS, children, edges: edgesOf(scenario) }
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
  const routes = pinned.size > 0 ? new Map<string, Point[]>() : routesOf(laidOut, corners, by)
  return { positions, zoneSizes, routes }
}

/** Bends are told from the corner of the node that holds both ends of the line. */
function routesOf(
  laidOut: ElkNode,
  corners: ReadonlyMap<string, Point>,
  by: Point,
): Map<string, Point[]> {
  const routes = new Map<string, Point[]>()
  for (const edge of laidOut.edges ?? []) {
    const corner = corners.get(edge.container ?? ROOT) ?? { x: 0, y: 0 }
    const bends = edge.sections?.flatMap((section) => section.bendPoints ?? []) ?? []
    const onBoard = ({ x, y }: Point) => ({
      x: Math.round(x + corner.x + by.x),
      y: Math.round(y + corner.y + by.y),
    })
    routes.set(edge.id, bends.map(onBoard))
  }
  return routes
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
