/**
 * One layout at a time in a worker of its own: the page never waits, and a layout that takes too long, or is
 * no longer wanted, is killed with its worker.
 */
import type { ELK as Elk, ElkNode } from 'elkjs/lib/elk-api'
import ELK from 'elkjs/lib/elk-api.js'
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker'

export type LayoutEnd =
  | { readonly end: 'done'; readonly graph: ElkNode }
  | { readonly end: 'cancelled' }
  | { readonly end: 'tooLong' }
  | { readonly end: 'failed' }

export const LAYOUT_SECONDS_MAX = 20

export interface RunningLayout {
  readonly ended: Promise<LayoutEnd>
  cancel(): void
}

export function startLayout(graph: ElkNode, secondsMax = LAYOUT_SECONDS_MAX): RunningLayout {
  const elk: Elk = new ELK({ workerFactory: () => new ElkWorker() })
  let finish: (end: LayoutEnd) => void = () => {}
  const ended = new Promise<LayoutEnd>((resolve) => {
    finish = (end) => {
      clearTimeout(timer)
      elk.terminateWorker()
      resolve(end)
    }
  })
  const timer = setTimeout(() => finish({ end: 'tooLong' }), secondsMax * 1000)
  elk.layout(graph).then(
    (laidOut) => finish({ end: 'done', graph: laidOut }),
    () => finish({ end: 'failed' }),
  )
  return { ended, cancel: () => finish({ end: 'cancelled' }) }
}
