/** Branded identifiers: a service's id is not a connection's, though both are strings in the file. */

declare const brand: unique symbol
type Brand<Name extends string> = string & { readonly [brand]?: Name }

export type ServiceId = Brand<'service'>
export type ConnectionId = Brand<'connection'>
export type InvariantId = Brand<'invariant'>
/** What the customer wants, once: `o1`. */
export type Key = Brand<'key'>
/** What a service makes of it: `o1`, `o1.2`. */
export type Order = Brand<'order'>

/** The first of `stem`, `stem2`, `stem3`, ... that is not taken. */
export function freshId(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem)) return stem
  let number = 2
  while (taken.has(`${stem}${number}`)) number += 1
  return `${stem}${number}`
}
