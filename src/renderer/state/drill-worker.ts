/** Grades in a thread of its own, so that the page never waits. */
import { grading } from '../../shared/drills/grade'
import type { GradeJob, GradeNews } from './drill-job'

const tell = (news: GradeNews) => postMessage(news)

addEventListener('message', ({ data }: MessageEvent<GradeJob>) => {
  const running = grading(data.drill, data.answer, {
    nowSeconds: () => performance.now() / 1_000,
  })
  for (;;) {
    const { done, value } = running.next()
    if (done) {
      tell({ news: 'graded', grade: value })
      return
    }
    tell({ news: 'progress', progress: value })
  }
})
