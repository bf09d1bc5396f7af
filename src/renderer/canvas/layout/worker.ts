/**
 * One layout at a time in workers of its own, one that places and one that leads the lines: the page never waits, and
 * a layout that takes too long, or is no longer wanted, is killed with its worker.
 */
import type { ELK as Elk, ElkNode } from 'elkjs/lib/elk-api'
import ELK from 'elkjs/lib/elk-api.js'
import ElkWorker from 'elkjs/lib/elk-worker.min.js?worker'
import type { LedLines } from './led-lines'
import type { RouteJob } from './route-job'
import RouteWorker from './route-worker?worker'

export type LayoutEnd =
  | { readonly end: 'done'; readonly graph: ElkNode }
  | { readonly end: 'cancelled' }
  | { readonly end: 'tooLong' }
  | { readonly end: 'failed' }

export type RoutingEnd =
  | { readonly end: 'done'; readonly led: LedLines }
  | { readonly end: 'cancelled' }
  | { readonly end: 'failed' }

export const LAYOUT_SECONDS_MAX = 20
/** Some thousand lines, each around the boxes in its way. */
const ROUTING_SECONDS_MAX = 20

export interface Running<End> {
  readonly ended: Promise<End>
  cancel(): void
}

export function startLayout(graph: ElkNode, secondsMax = LAYOUT_SECONDS_MAX): Running<LayoutEnd> {
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

/** It ends in time by itself: what was found by then is the answer. */
export function startRouting(job: Omit<RouteJob, 'secondsMax'>): Running<RoutingEnd> {
  const worker = new RouteWorker()
  let finish: (end: RoutingEnd) => void = () => {}
  const ended = new Promise<RoutingEnd>((resolve) => {
    finish = (end) => {
      worker.terminate()
      resolve(end)
    }
  })
  worker.onmessage = ({ data }: MessageEvent<LedLines>) => finish({ end: 'done', led: data })
  worker.onerror = () => finish({ end: 'failed' })
  worker.postMessage({ ...job, secondsMax: ROUTING_SECONDS_MAX } satisfies RouteJob)
  return { ended, cancel: () => finish({ end: 'cancelled' }) }
}
