/** What a user did wrong, as data: returned, never thrown. Knows nothing of scenarios. */

export type ProblemValue = string | number

export interface Problem {
  /** Stable, kebab-case, grouped by room: `scenario/unknown-service`. The key of its text in the catalogues. */
  readonly code: string
  /** English: what happened, to which thing, what to do next. */
  readonly message: string
  /** A path into the file (`connections[2].to`), or '' for the whole. */
  readonly path: string
  /** What the catalogue's sentence needs; `message` is that sentence in English. */
  readonly values?: Readonly<Record<string, ProblemValue>> | undefined
  readonly severity: 'error' | 'warning'
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }
