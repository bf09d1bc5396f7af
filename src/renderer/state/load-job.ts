/** What the page and its loading worker say to each other. Plain values: they are copied on the way. */
import type { LoadProgress } from '../../shared/base/load'
import type { Problem } from '../../shared/base/problem'
import type { LoadReport } from '../../shared/engine/load/load-report'
import type { Scenario } from '../../shared/scenario/scenario'

export interface LoadJob {
  readonly scenario: Scenario
  /** Orders a second. */
  readonly rate: number
  /** Virtual seconds. */
  readonly seconds: number
  readonly seed: number
}

export type LoadNews =
  | { readonly news: 'progress'; readonly progress: LoadProgress }
  | { readonly news: 'report'; readonly report: LoadReport }
  | { readonly news: 'problems'; readonly problems: readonly Problem[] }
