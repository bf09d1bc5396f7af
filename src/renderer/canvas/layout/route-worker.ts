/** Leads the lines of an arranged board in a thread of its own: a large board takes seconds, and the page goes on. */
import { waypointsFor } from './led-lines'
import type { RouteJob } from './route-job'

addEventListener('message', ({ data }: MessageEvent<RouteJob>) => {
  const { scenario, arrangement, language, secondsMax } = data
  const until = performance.now() + secondsMax * 1000
  postMessage(waypointsFor(scenario, arrangement, language, () => performance.now() > until))
})
