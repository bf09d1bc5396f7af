/** What the page asks the worker that leads the lines, and what comes back: `LedLines`. */
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Language } from '../../../shared/scenario/text'
import type { Routed } from './led-lines'

export interface RouteJob {
  readonly scenario: Scenario
  readonly arrangement: Routed
  readonly language: Language
  /** After so long no further way is searched for. */
  readonly secondsMax: number
}
