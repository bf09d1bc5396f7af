/** What came of a check, and of a drill. Plain data: what the command line prints and the page shows. */
import type { ChoiceRecord } from '../engine/choices'
import type { Finding } from '../review/finding'
import type { Style } from '../review/packs'
import type { Scenario } from '../scenario/scenario'
import type { Text } from '../scenario/text'
import type { WireOptions } from '../wire/hop-setting'
import type { CheckKind } from './check'
import type { Why } from './why'

/** A run that shows it: this scenario with these choices first, then on by itself. */
export interface RunEvidence {
  readonly scenario: Scenario
  readonly choices: readonly ChoiceRecord[]
  /** After so many steps it is to be seen. */
  readonly position: number
}

/** What the review found, by id of the things that it is about. */
export interface FindingEvidence {
  readonly rule: string
  readonly path: string
  readonly things: readonly string[]
}

/** A thing of a question that was matched wrongly, and what its board says about that. */
export interface LabelEvidence {
  /** The thing, and the label that was given; none where it was left out. */
  readonly item: string
  readonly given: string | undefined
  /** What the rules of the given label's style have against the board. */
  readonly findings: readonly Finding[]
  /** The style that the label stands for, where nothing of it is drawn. */
  readonly notDrawn?: Style
  /** The run that decides what is right. */
  readonly run?: RunEvidence
}

/** The line whose packets were looked at, and how it was used. */
export interface HopEvidence {
  readonly connection: string
  readonly options: WireOptions
}

export interface Verdict {
  readonly status: 'passed' | 'failed' | 'skipped'
  readonly why?: Why
  readonly run?: RunEvidence
  readonly findings?: readonly FindingEvidence[]
  readonly hop?: HopEvidence
  readonly labels?: readonly LabelEvidence[]
}

export interface CheckResult extends Verdict {
  readonly id: string
  readonly kind: CheckKind
  readonly title: Text
  /** The drill's own words for this result. */
  readonly message: Text
  readonly weight: number
}

export interface Grade {
  readonly drill: string
  /** 0..1: the weight of what passed in that of all, less what the hints cost. */
  readonly score: number
  /** Every check passed. */
  readonly passed: boolean
  readonly hints: number
  readonly checks: readonly CheckResult[]
}

export const passed = (why?: Why): Verdict => ({ status: 'passed', ...(why && { why }) })
export const failed = (why: Why, run?: RunEvidence): Verdict => ({
  status: 'failed',
  why,
  ...(run && { run }),
})
export const skipped = (why: Why): Verdict => ({ status: 'skipped', why })
