/** Loads a scenario in a thread of its own, so that the page never waits. Whoever has enough of it ends it. */
import { runLoad } from '../../shared/drivers/load/run-load'
import { type Lives, livesOf } from '../../shared/engine/load/lives'
import { loadReport } from '../../shared/engine/load/load-report'
import type { LoadJob, LoadNews } from './load-job'

const REPORT_MS = 100

const tell = (news: LoadNews) => postMessage(news)

addEventListener('message', ({ data }: MessageEvent<LoadJob>) => {
  const lives = livesOf(data.scenario, data.seed)
  if (lives.ok) load(lives.value, data)
  else tell({ news: 'problems', problems: lives.problems })
})

function load({ system, program }: Lives, { rate, seconds, seed }: LoadJob): void {
  const running = runLoad(system, { rate, seconds, seed })
  for (let toldMs = performance.now(); ; ) {
    const { done, value } = running.next()
    if (done) {
      tell({ news: 'report', report: loadReport(program, value) })
      return
    }
    if (performance.now() - toldMs < REPORT_MS) continue
    toldMs = performance.now()
    tell({ news: 'progress', progress: value })
  }
}
