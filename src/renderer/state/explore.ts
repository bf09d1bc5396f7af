/**
 * The search for failures: what may go wrong in it, how far it is and what it found. It runs in a worker; a
 * search that is not wanted any more is killed with it, however busy it is.
 */
import { create } from 'zustand'
import type { Problem } from '../../shared/base/problem'
import type { ExploreProgress } from '../../shared/drivers/explore'
import {
  budgetsWithin,
  type FaultBudgets,
  type SearchedFault,
} from '../../shared/engine/searched-faults'
import { meaningOf } from '../../shared/scenario/meaning'
import type { Scenario } from '../../shared/scenario/scenario'
import { useDocument } from './document'
import type { SearchFound, SearchJob, SearchNews } from './explore-job'
import SearchWorker from './explore-worker?worker'

export const FAULT_MAX = 3
export const KEYS_MAX = 4
/** About 50 bytes each. */
const STATES_MAX = 6_000_000
const SECONDS_MAX = 300

export interface SearchResult {
  readonly budgets: FaultBudgets
  readonly faultsMax: number | undefined
  readonly keys: number
  /** Of the scenario that was searched: the answer is about this and no other. */
  readonly scenario: Scenario
  readonly found: SearchFound
}

interface ExploreState {
  readonly budgets: FaultBudgets
  /** Of all kinds together; undefined: as many as the kinds allow. */
  readonly faultsMax: number | undefined
  /** Customers at once; undefined: as many as are drawn. */
  readonly keys: number | undefined
  readonly status: 'idle' | 'searching' | 'failed'
  readonly progress: ExploreProgress | null
  readonly problems: readonly Problem[]
  readonly result: SearchResult | null
  setBudget(kind: SearchedFault, count: number): void
  /** 0 takes the bound away. */
  setFaultsMax(count: number): void
  setKeys(keys: number): void
  search(): void
  cancel(): void
}

let worker: Worker | null = null

function stop(): void {
  worker?.terminate()
  worker = null
}

export const useExplore = create<ExploreState>()((set, get) => ({
  budgets: { crash: 1, duplicate: 1 },
  faultsMax: undefined,
  keys: undefined,
  status: 'idle',
  progress: null,
  problems: [],
  result: null,
  setBudget: (kind, count) => set({ budgets: { ...get().budgets, [kind]: count } }),
  setFaultsMax: (count) => set({ faultsMax: count === 0 ? undefined : count }),
  setKeys: (keys) => set({ keys }),
  search: () => {
    stop()
    const { scenario } = useDocument.getState()
    const { faultsMax, keys = keysDrawn(scenario) } = get()
    const budgets = budgetsWithin(get().budgets, faultsMax)
    set({ status: 'searching', progress: null, problems: [], result: null })
    const started = new SearchWorker()
    worker = started
    const end = (state: Partial<ExploreState>) => {
      if (worker !== started) return
      stop()
      set({ status: 'idle', ...state })
    }
    started.onmessage = ({ data }: MessageEvent<SearchNews>) => {
      if (worker !== started) return
      if (data.news === 'progress') set({ progress: data.progress })
      else if (data.news === 'problems') end({ problems: data.problems })
      else end({ result: { budgets, faultsMax, keys, scenario, found: data.found } })
    }
    started.onerror = () => end({ status: 'failed' })
    const job: SearchJob = {
      scenario,
      budgets,
      faultsMax,
      keys,
      statesMax: STATES_MAX,
      secondsMax: SECONDS_MAX,
    }
    started.postMessage(job)
  },
  cancel: () => {
    stop()
    set({ status: 'idle', progress: null })
  },
}))

/** How many customers the scenario has; a drawing without stimuli gets one. */
export function keysDrawn(scenario: Scenario): number {
  return Math.max(1, new Set((scenario.stimuli ?? []).map(({ key }) => key)).size)
}

/** Whether what was found is about something else than what is drawn now. */
export function isOutdated({ scenario }: SearchResult, now: Scenario): boolean {
  return scenario !== now && meaningOf(scenario) !== meaningOf(now)
}

/** What was found belongs to the board that was searched. */
useDocument.subscribe((now, before) => {
  if (now.origin === before.origin && now.saved === before.saved) return
  if (now.edited.past.length > 0 || now.edited.future.length > 0) return
  stop()
  useExplore.setState({
    status: 'idle',
    progress: null,
    problems: [],
    result: null,
    keys: undefined,
  })
})
