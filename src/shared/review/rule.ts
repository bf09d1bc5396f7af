/** A rule of design: one thing that goes wrong in a drawing, found without running it. */
import type { Finding, Severity } from './finding'
import type { Reading } from './reading/reading'

/** What a rule says; its id and severity are the rule's. */
export type Found = Omit<Finding, 'rule' | 'severity'>

export interface Rule {
  /** kebab-case; `TITLE.title`, `.why`, `.todo` in the catalogue `review` begin with it. */
  readonly id: string
  readonly severity: Severity
  find(reading: Reading): readonly Found[]
}
