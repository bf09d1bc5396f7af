/**
 * The load: how many orders a second and for how long, how far it is, and what it did to each service. It runs
 * in a worker; one that is not wanted any more is killed with it.
 */
import { create } from 'zustand'
import type { LoadProgress } from '../../shared/base/load'
import type { Problem } from '../../shared/base/problem'
import type { LoadReport } from '../../shared/engine/load/load-report'
import { meaningOf } from '../../shared/scenario/meaning'
import type { Scenario } from '../../shared/scenario/scenario'
import { useDocument } from './document'
import type { LoadJob, LoadNews } from './load-job'
import LoadWorker from './load-worker?worker'

export const RATE_MIN = 0.01
export const RATE_MAX = 100_000
export const SECONDS_MAX = 86_400
/** The same load each time: what differs between two is what was changed. */
const SEED = 1

export interface LoadResult {
  readonly rate: number
  readonly seconds: number
  /** Of the scenario that was loaded: the report is about this and no other. */
  readonly scenario: Scenario
  readonly report: LoadReport
}

interface LoadState {
  readonly rate: number
  readonly seconds: number
  readonly status: 'idle' | 'loading' | 'failed'
  readonly progress: LoadProgress | null
  readonly problems: readonly Problem[]
  readonly result: LoadResult | null
  setRate(rate: number): void
  setSeconds(seconds: number): void
  load(): void
  cancel(): void
}

let worker: Worker | null = null

function stop(): void {
  worker?.terminate()
  worker = null
}

export const useLoad = create<LoadState>()((set, get) => ({
  rate: 2,
  seconds: 300,
  status: 'idle',
  progress: null,
  problems: [],
  result: null,
  setRate: (rate) => set({ rate }),
  setSeconds: (seconds) => set({ seconds }),
  load: () => {
    stop()
    const { scenario } = useDocument.getState()
    const { rate, seconds } = get()
    // What was measured before stays in sight until there is something else to see.
    set({ status: 'loading', progress: null, problems: [] })
    const started = new LoadWorker()
    worker = started
    const end = (state: Partial<LoadState>) => {
      if (worker !== started) return
      stop()
      set({ status: 'idle', ...state })
    }
    started.onmessage = ({ data }: MessageEvent<LoadNews>) => {
      if (worker !== started) return
      if (data.news === 'progress') set({ progress: data.progress })
      else if (data.news === 'problems') end({ problems: data.problems, result: null })
      else end({ result: { rate, seconds, scenario, report: data.report } })
    }
    started.onerror = () => end({ status: 'failed', result: null })
    const job: LoadJob = { scenario, rate, seconds, seed: SEED }
    started.postMessage(job)
  },
  cancel: () => {
    stop()
    set({ status: 'idle', progress: null })
  },
}))

/** Whether what was measured is about something else than what is drawn or asked for now. */
export function isLoadOutdated(result: LoadResult, now: LoadJobNow): boolean {
  if (result.rate !== now.rate || result.seconds !== now.seconds) return true
  return result.scenario !== now.scenario && meaningOf(result.scenario) !== meaningOf(now.scenario)
}

type LoadJobNow = Pick<LoadJob, 'rate' | 'seconds' | 'scenario'>

/** What was measured belongs to the board that was loaded. */
useDocument.subscribe((now, before) => {
  if (now.draft === before.draft) return
  stop()
  useLoad.setState({ status: 'idle', progress: null, problems: [], result: null })
})
