/** What every kind of place says about the tokens there: the shape of the rules, not the rules. */
import type { Draft } from './draft'
import type { Offers } from './offers'
import type { PlaceKind, PlaceOf } from './place'
import type { Token, View } from './view'

export interface PlaceRule<Kind extends PlaceKind> {
  /** What happens of itself, in a word: the kind of its choice. */
  readonly natural: string
  /** Offers what may happen to the token now, in a fixed order. */
  offer(view: View, token: Token, place: PlaceOf<Kind>, offers: Offers): void
  /** What happens of itself; `way` tells apart several. */
  proceed(draft: Draft, token: Token, place: PlaceOf<Kind>, way: number): void
  /** A loss that was offered. */
  lose?(draft: Draft, token: Token, place: PlaceOf<Kind>): void
  /** A duplicate that was offered. */
  duplicate?(draft: Draft, token: Token, place: PlaceOf<Kind>): void
  /** A delay that was offered: the message comes too late. */
  delay?(draft: Draft, token: Token, place: PlaceOf<Kind>): void
}

export type PlaceRules = { readonly [Kind in PlaceKind]: PlaceRule<Kind> }
