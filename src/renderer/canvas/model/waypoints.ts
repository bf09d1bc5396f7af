/**
 * What a move means for lines that are led through waypoints: a line whose two ends move takes them along, one
 * that is pulled by a single end has to find a new way.
 */
import type { Connection } from '../../../shared/scenario/connection'
import type { Point } from '../../../shared/scenario/place'

type Moved = { has(id: string): boolean }

function isLed({ waypoints }: Connection): boolean {
  return waypoints !== undefined && waypoints.length > 0
}

/** The lines without the waypoints that the move makes doubtful; the same list when there are none. */
export function freedLines(connections: Connection[], moved: Moved): Connection[] {
  const isFreed = (line: Connection) => isLed(line) && (moved.has(line.from) || moved.has(line.to))
  if (!connections.some(isFreed)) return connections
  return connections.map((line) => {
    if (!isFreed(line)) return line
    const { waypoints: _, ...free } = line
    return free
  })
}

/** The waypoints after the move, of the lines that it touches; none for a line that must find a new way. */
export function carriedWaypoints(
  connections: readonly Connection[],
  moved: Moved,
  by: Point,
): Record<string, Point[]> {
  const carried: Record<string, Point[]> = {}
  for (const line of connections) {
    const ends = Number(moved.has(line.from)) + Number(moved.has(line.to))
    if (!isLed(line) || ends === 0) continue
    const shift = ({ x, y }: Point) => ({ x: x + by.x, y: y + by.y })
    carried[line.id] = ends === 2 ? (line.waypoints ?? []).map(shift) : []
  }
  return carried
}
