/** Places the labels of a large board while nothing else is to do, so that they are there when one zooms in. */
import { placeMoreLabels } from '../../../shared/drawing/line-layout'
import { useModel } from './board-model'

/** Of one go: a frame that becomes due meanwhile is still in time. */
const SLICE_MS = 5

/** Returns the way to stop. */
export function startIdleLabels(): () => void {
  let idle = 0
  const goOn = () => {
    const { lines } = useModel.getState()
    const until = performance.now() + SLICE_MS
    while (placeMoreLabels(lines)) {
      if (performance.now() < until) continue
      idle = requestIdleCallback(goOn)
      return
    }
  }
  const begin = () => {
    cancelIdleCallback(idle)
    idle = requestIdleCallback(goOn)
  }
  begin()
  const stop = useModel.subscribe((now, before) => now.lines !== before.lines && begin())
  return () => {
    cancelIdleCallback(idle)
    stop()
  }
}
