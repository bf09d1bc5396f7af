/** Searches in a thread of its own, so that the page never waits. Whoever is not interested any more ends it. */
import { exploreShortest, type FoundIn } from '../../shared/drivers/explore-shortest'
import { counterexampleOf, faultsTaken } from '../../shared/engine/counterexample'
import { type Searchable, searchable, unreduced } from '../../shared/engine/searchable'
import type { FoundRun, SearchFound, SearchJob, SearchNews } from './explore-job'

const REPORT_SECONDS = 0.1

const tell = (news: SearchNews) => postMessage(news)

addEventListener('message', ({ data }: MessageEvent<SearchJob>) => {
  const { scenario, budgets, keys, faultsMax } = data
  const inAll = faultsMax === undefined ? {} : { faultsMax }
  const made = searchable(scenario, { budgets, keys, ...inAll })
  if (made.ok) tell({ news: 'found', found: search(made.value, data) })
  else tell({ news: 'problems', problems: made.problems })
})

function search(searched: Searchable, { statesMax, secondsMax }: SearchJob): SearchFound {
  const running = exploreShortest(
    searched,
    (violation) => unreduced(searched, faultsTaken(searched, violation)),
    {
      nowSeconds: () => performance.now() / 1_000,
      reportSeconds: REPORT_SECONDS,
      statesMax,
      secondsMax,
    },
  )
  for (;;) {
    const { done, value } = running.next()
    if (!done) {
      tell({ news: 'progress', progress: value })
      continue
    }
    const { violations, ...rest } = value
    return { ...rest, runs: violations.map(runOf) }
  }
}

function runOf(violation: FoundIn<Searchable>): FoundRun {
  const told = counterexampleOf(violation.searched, violation)
  if (told === undefined) throw new Error('a run was found that cannot be told')
  const { invariant, order, faults, records, steps } = told
  return { invariant, order, faults, records, steps: steps.length }
}
