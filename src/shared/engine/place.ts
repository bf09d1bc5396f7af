/**
 * Where a token can be. A token is one running handler, message, timer or crashed replica; its place says
 * what it is, what happens to it next, and to which service it belongs.
 */
import type { CutHalf } from '../scenario/scenario'
import type { CallOp, Op, Publication, PublishOp, PushOp } from './op'

export type Place =
  /** Not a token any more; swept away when the choice is done. */
  | { readonly at: 'gone' }
  | { readonly at: 'stimulus'; readonly turn: number; readonly op: CallOp | PublishOp | PushOp }
  | { readonly at: 'op'; readonly op: Op }
  /** The caller, from sending to the answer. */
  | { readonly at: 'waiting'; readonly op: CallOp }
  /** The caller, on a line that is cut: nothing is sent yet. */
  | { readonly at: 'connecting'; readonly op: CallOp }
  | { readonly at: 'backoff'; readonly op: CallOp }
  | { readonly at: 'request'; readonly op: CallOp }
  /** An answer on its way back along a line; its status is the token's outcome. */
  | { readonly at: 'response'; readonly line: number; readonly message: string }
  /** The publisher, its message stored and the confirm on its way. */
  | { readonly at: 'confirm'; readonly op: PublishOp }
  /** The publisher, waiting for a confirm that does not come. */
  | { readonly at: 'unconfirmed'; readonly op: PublishOp }
  | { readonly at: 'queued'; readonly queue: number; readonly feed: number }
  | { readonly at: 'dead'; readonly queue: number; readonly feed: number }
  | { readonly at: 'stored'; readonly publication: Publication }
  | { readonly at: 'relayed'; readonly publication: Publication }
  | { readonly at: 'frame'; readonly op: PushOp }
  /** A WebSocket that is closed. */
  | { readonly at: 'socket'; readonly line: number }
  | { readonly at: 'down'; readonly service: number }
  /** A connection that is cut, or half of a line whose broker nobody drew; until it heals. */
  | { readonly at: 'cut'; readonly line: number; readonly half?: CutHalf }
  /** A fault of the scenario's list, counting down to its moment. */
  | { readonly at: 'script'; readonly script: number }

export type PlaceKind = Place['at']
export type PlaceOf<Kind extends PlaceKind> = Extract<Place, { readonly at: Kind }>
