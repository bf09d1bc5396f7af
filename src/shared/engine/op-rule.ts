/** What every kind of op does when its moment comes: the shape of the rules, not the rules. */
import type { Draft } from './draft'
import type { Offers } from './offers'
import type { Op } from './op'
import type { Token, View } from './view'

export type OpKind = Op['op']
export type OpOf<Kind extends OpKind> = Extract<Op, { readonly op: Kind }>

export interface OpRule<Kind extends OpKind> {
  /** Whether it must wait before it can be done: for a line that is cut, for a socket that opens. */
  isHeld?(view: View, token: Token, op: OpOf<Kind>): boolean
  /** Does it: one atomic step of the running handler. */
  proceed(draft: Draft, token: Token, op: OpOf<Kind>): void
  /** Faults that can hit it right now, beyond a crash. */
  offer?(view: View, token: Token, op: OpOf<Kind>, offers: Offers): void
  lose?(draft: Draft, token: Token, op: OpOf<Kind>): void
}

/** Ops that take no step of their own are passed through in handling.ts and never stood at. */
export type PassedOp = 'branch' | 'jump' | 'dedupe' | 'undone'
export type OpRules = { readonly [Kind in Exclude<OpKind, PassedOp>]: OpRule<Kind> }
