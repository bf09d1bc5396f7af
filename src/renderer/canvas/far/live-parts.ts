/** What of the board a gesture moves frame by frame, told from the board as it was before. Pure. */
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import type { BoardModel } from '../model/next-model'
import type { previewed } from '../model/preview'

type Preview = Parameters<typeof previewed>[1]

/** With more in motion than this, one painting of the whole board costs less than two. */
const LIVE_MAX = 200
const LINES_MAX = 4 * LIVE_MAX

/**
 * The services that move and the lines that they pull; null when there is no drag, or one that is better painted
 * whole: zones lie under everything, and copies are not on the board before.
 */
export function liveParts(
  before: BoardModel,
  now: BoardModel,
  { positions, copies, resized }: Preview,
): ReadonlySet<string> | null {
  if (positions.size === 0 || positions.size > LIVE_MAX || copies || resized) return null
  if (before.language !== now.language || before.lines.size !== now.lines.size) return null
  const live = new Set<string>()
  for (const id of positions.keys()) {
    if (!now.services.has(id)) return null
    live.add(id)
  }
  for (const [id, line] of now.lines) {
    const old = before.lines.get(id)
    if (old !== line && !(old && isSame(old, line))) live.add(id)
  }
  if (live.size > LINES_MAX) return null
  const likely = new Set([...live, ...likelyToFollow(positions, now)])
  return likely.size > LINES_MAX ? live : likely
}

/**
 * Lines that may change yet before the drag ends: those of what moves and of its neighbours, which spread theirs
 * anew when one comes from another side. Taken out at once, the still board need not be painted again.
 */
function likelyToFollow(moved: { has(id: string): boolean }, { lines }: BoardModel): string[] {
  const near = new Set<string>()
  for (const { from, to } of lines.values()) {
    if (moved.has(from) || moved.has(to)) near.add(from).add(to)
  }
  const likely: string[] = []
  for (const { id, from, to } of lines.values()) if (near.has(from) || near.has(to)) likely.push(id)
  return likely
}

function isSame(a: LineDrawing, b: LineDrawing): boolean {
  return a.path === b.path && a.label.box.x === b.label.box.x && a.label.box.y === b.label.box.y
}
