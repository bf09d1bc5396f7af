/** Circles among lines: who is reached again by going on and on. */
import type { Connection } from '../../scenario/connection'

/** One circle of each knot, the shortest through its first line: with it broken, the next one is found. */
export function circlesAmong(lines: readonly Connection[]): readonly (readonly Connection[])[] {
  const from = new Map<string, Connection[]>()
  for (const line of lines) from.set(line.from, [...(from.get(line.from) ?? []), line])
  const knotted = knotsOf(from)
  const told = new Set<number>()
  return lines.flatMap((line) => {
    const knot = knotted.get(line.from)
    if (knot === undefined || knot !== knotted.get(line.to) || told.has(knot)) return []
    const circle = shortestCircle(line, from)
    if (circle.length === 0) return []
    told.add(knot)
    return [circle]
  })
}

type LinesFrom = ReadonlyMap<string, readonly Connection[]>

/** Services by their strongly connected component: Tarjan (1972), with a stack of its own instead of calls. */
function knotsOf(from: LinesFrom): ReadonlyMap<string, number> {
  const knots = new Map<string, number>()
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const open: string[] = []
  const lowOf = (service: string) => low.get(service) ?? 0
  for (const root of from.keys()) {
    if (index.has(root)) continue
    const path: { readonly service: string; next: number }[] = []
    const enter = (service: string) => {
      index.set(service, index.size)
      low.set(service, index.size - 1)
      open.push(service)
      path.push({ service, next: 0 })
    }
    enter(root)
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const { service } = top
      const line = from.get(service)?.[top.next]
      top.next += 1
      if (line) {
        if (!index.has(line.to)) enter(line.to)
        else if (!knots.has(line.to))
          low.set(service, Math.min(lowOf(service), index.get(line.to) ?? 0))
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above) low.set(above.service, Math.min(lowOf(above.service), lowOf(service)))
      if (lowOf(service) !== index.get(service)) continue
      for (let one = open.pop(); one !== undefined; one = open.pop()) {
        knots.set(one, lowOf(service))
        if (one === service) break
      }
    }
  }
  return knots
}

/** The lines of the shortest way that begins with this line and comes back to where it starts. */
function shortestCircle(first: Connection, from: LinesFrom): readonly Connection[] {
  const reachedBy = new Map<string, readonly Connection[]>([[first.to, [first]]])
  for (const [service, way] of reachedBy) {
    if (service === first.from) return way
    for (const line of from.get(service) ?? [])
      if (!reachedBy.has(line.to)) reachedBy.set(line.to, [...way, line])
  }
  return []
}
