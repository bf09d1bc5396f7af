/**
 * The program points of a handler: what its actions are flattened into. An op is one atomic thing a running
 * handler is about to do; `if`, jumps and `dedupe` take no step of their own and are passed through.
 */
import type { Condition } from './condition'
import type { Delay } from './delay'

interface OpBase {
  /** Index in `Program.ops`. */
  readonly index: number
  /** Index in `Program.places`: the token that is about to do this. */
  readonly place: number
  /** Index in `Program.handlers`. */
  readonly handler: number
  /** The action of the handler's own list that it belongs to, from 0. */
  readonly action: number
  /** The op that follows. */
  readonly next: number
  /** Where a failure leads inside a saga; undefined: the handler fails. */
  readonly onFail?: number
  /** Part of what takes a saga's work back: where it fails too, the rest stays done. */
  readonly isUndo?: boolean
  /** Virtual time between arriving here and doing it. */
  readonly cost: Delay
}

export interface CommitOp extends OpBase {
  readonly op: 'commit'
  readonly saves: readonly { readonly entity: number; readonly status: number }[]
  /** The SQL line to the database; undefined: the service's own. */
  readonly line?: number
  /** Inbox to mark in the same commit. */
  readonly inbox?: number
  /** Publications written into the outbox in the same commit. */
  readonly outbox: readonly Publication[]
}

export interface EffectOp extends OpBase {
  readonly op: 'effect'
  readonly effect: number
  readonly once: boolean
  readonly says: number
}

export interface CallOp extends OpBase {
  readonly op: 'call'
  readonly line: number
  /** What the request is called: `POST /orders`, `charge`. */
  readonly message: string
  /** The handler that answers; undefined: nobody does, the answer is "not found". */
  readonly callee?: number
  readonly timeoutUs: number
  /** Each request opens a connection of its own, for at most so long; 0: one is open already. */
  readonly connectTimeoutUs: number
  readonly retries: number
  readonly backoff?: Delay
  readonly idempotencyKey: boolean
  /** `decide`: a definitive refusal by the other side (a declined card) goes on, `last` tells. */
  readonly onFailure: 'fail' | 'continue' | 'decide'
  /** A client's request: every answer is a reply of the key. */
  readonly isStimulus: boolean
  readonly waiting: number
  /** Where it stands while it cannot connect; 0: it needs not. */
  readonly connecting: number
  readonly backingOff: number
  readonly request: number
  /** The place of the answer that nobody's handler gives. */
  readonly response: number
}

export interface PublishOp extends OpBase {
  readonly op: 'publish'
  readonly publication: Publication
  /** What nobody's queue is bound to is returned, and the publisher's handler fails. */
  readonly mandatory: boolean
  readonly confirm: boolean
  /** A repetition of what the broker has already is recognised there, by producer and sequence number. */
  readonly isIdempotent: boolean
  readonly timeoutUs: number
  readonly confirming: number
  readonly unconfirmed: number
}

export interface PushOp extends OpBase {
  readonly op: 'push'
  readonly line: number
  readonly message: string
  readonly frame: number
  /** The handler at the other end; undefined: a frame is only received. */
  readonly receiver?: number
}

export interface ReplyOp extends OpBase {
  readonly op: 'reply'
  readonly outcome: number
}

export interface FailOp extends OpBase {
  readonly op: 'fail'
  readonly outcome: number
  /** A message is not put back into its queue. */
  readonly rejects: boolean
}

export interface WaitOp extends OpBase {
  readonly op: 'wait'
}

export interface BranchOp extends OpBase {
  readonly op: 'branch'
  readonly condition: Condition
  readonly otherwise: number
}

export interface JumpOp extends OpBase {
  readonly op: 'jump'
}

export interface DedupeOp extends OpBase {
  readonly op: 'dedupe'
  readonly inbox: number
}

/** The saga is undone: a caller gets the error, a queue's message is done with. */
export interface UndoneOp extends OpBase {
  readonly op: 'undone'
}

export interface FinishOp extends OpBase {
  readonly op: 'finish'
}

export type Op =
  | CommitOp
  | EffectOp
  | CallOp
  | PublishOp
  | PushOp
  | ReplyOp
  | FailOp
  | WaitOp
  | BranchOp
  | JumpOp
  | DedupeOp
  | UndoneOp
  | FinishOp

/** One publishing of one event by one service: which queues it goes into. */
export interface Publication {
  readonly index: number
  readonly service: number
  readonly event: string
  /** The publisher's lines, in drawn order; the first stands for all where only one can be named. */
  readonly lines: readonly number[]
  /** Brokers that must be up, one a line at most; implied ones where they can stop. */
  readonly brokers: readonly number[]
  readonly routes: readonly { readonly queue: number; readonly feed: number }[]
  readonly delay: Delay
  /** Places of its outbox row before and after the relay has published it. */
  readonly stored: number
  readonly relayed: number
}
