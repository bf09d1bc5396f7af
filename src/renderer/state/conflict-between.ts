/** The two versions of a document that stand against each other. */
import type { Scenario } from '../../shared/scenario/scenario'

interface DiskVersion {
  readonly handle: string
  readonly text: string
  readonly revision: string
  readonly readOnly: boolean
  /** Milliseconds since 1970. */
  readonly changedAt: number
}

export interface Conflict {
  /** Recovered edits are older than the file, or the file was changed by somebody else. */
  readonly about: 'recovered' | 'changed'
  readonly name: string
  /** When the edits on the board were last kept; undefined: now. */
  readonly mineAt?: number
  readonly disk: DiskVersion
  /** Undefined where the file is no scenario any more. */
  readonly theirs?: Scenario
}
