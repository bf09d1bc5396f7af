/** What is selected on the painted board. */

import { placedBounds } from '../model/hit-test'
import type { BoardModel } from '../model/next-model'
import type { PaintJob } from './paint-scene'

const GAP_PX = 3
const WIDTH_PX = 2

let known: { model: BoardModel; ids: ReadonlySet<string>; zoom: number; path: Path2D } | null = null

export function paintSelection(job: PaintJob, model: BoardModel, ids: ReadonlySet<string>): void {
  if (ids.size === 0) return
  const { context, palette, view } = job
  context.strokeStyle = palette.focus
  context.setLineDash([])
  context.lineWidth = WIDTH_PX / view.zoom
  context.lineJoin = 'round'
  context.stroke(outlineOf(model, ids, view.zoom))
}

/** One path around everything selected; a thousand things are selected once and painted for many frames. */
function outlineOf(model: BoardModel, ids: ReadonlySet<string>, zoom: number): Path2D {
  if (known?.model === model && known.ids === ids && known.zoom === zoom) return known.path
  const path = new Path2D()
  const gap = GAP_PX / zoom
  const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
    path.rect(x - gap, y - gap, width + 2 * gap, height + 2 * gap)
  for (const [id, bounds] of model.services) if (ids.has(id)) box(bounds)
  for (const [id, line] of model.lines) if (ids.has(id)) path.addPath(new Path2D(line.path))
  for (const thing of [...(model.scenario.zones ?? []), ...(model.scenario.notes ?? [])]) {
    if (ids.has(thing.id)) box(placedBounds(thing))
  }
  known = { model, ids, zoom, path }
  return path
}
