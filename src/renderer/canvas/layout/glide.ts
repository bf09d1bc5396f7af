/** Shows things gliding from where they were to where they are. The scenario has its new places already. */
import type { Point } from '../../../shared/scenario/place'
import { useDocument } from '../../state/document'
import { clearPreview, usePreview } from '../model/preview'
import { freedLines } from '../model/waypoints'
import { fitAll } from '../view/wishes'

const GLIDE_MS = 320
/** With more to move, every frame would be late: the new places are shown at once. */
const THINGS_MAX = 120

export function glide(from: ReadonlyMap<string, Point>, to: ReadonlyMap<string, Point>): void {
  if (from.size > THINGS_MAX) {
    fitAll('glide')
    return
  }
  const { scenario } = useDocument.getState()
  const connections = freedLines(scenario.connections, to)
  const began = performance.now()
  const tick = () => {
    const share = Math.min(1, (performance.now() - began) / GLIDE_MS)
    // Another edit has come: its places count.
    if (share === 1 || useDocument.getState().scenario !== scenario) {
      clearPreview()
      fitAll('glide')
      return
    }
    usePreview.setState({ positions: between(from, to, easeOut(share)), connections })
    requestAnimationFrame(tick)
  }
  usePreview.setState({ positions: between(from, to, 0), connections })
  requestAnimationFrame(tick)
}

function easeOut(share: number): number {
  return 1 - (1 - share) ** 3
}

function between(
  from: ReadonlyMap<string, Point>,
  to: ReadonlyMap<string, Point>,
  share: number,
): Map<string, Point> {
  const places = new Map<string, Point>()
  for (const [id, end] of to) {
    const start = from.get(id) ?? end
    places.set(id, {
      x: start.x + (end.x - start.x) * share,
      y: start.y + (end.y - start.y) * share,
    })
  }
  return places
}
