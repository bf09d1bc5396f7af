/** What the command line ends with, for scripts. */
export const STATUS = {
  fine: 0,
  /** A promise is broken: an invariant, or an error in a scenario that was to be validated. */
  broken: 1,
  /** The call or the input cannot be used. */
  unusable: 2,
  /** A limit was reached before there was an answer. */
  limit: 3,
} as const

export type Status = (typeof STATUS)[keyof typeof STATUS]
