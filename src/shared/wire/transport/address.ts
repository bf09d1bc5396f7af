/** Where a party of the wire view lives. Made up, in a private range, and the same every time. */

export interface Address {
  /** The four bytes of an IPv4 address. */
  readonly ip: readonly [number, number, number, number]
  readonly port: number
}
