/** The packed state of a run: opaque outside the engine, and never written to once it is made. */

declare const packed: unique symbol

export type State = Uint32Array & { readonly [packed]?: 'state' }

/** What may happen next, packed into one integer; choice.ts knows how. */
export type Choice = number
