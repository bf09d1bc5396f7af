/**
 * Where everything of a packed state lies: header, one block a key, then the tokens, as many as are alive.
 * Computed from what the program needs; rules use the named fields and never see an offset.
 *
 *   [ header | key block 0 | ... | key block K-1 | token | token | ... ]
 *
 * The content of a token comes first and what only the timed machine has comes after it, so that a timed
 * state is compared by dropping the tail of each token.
 */
import { FAULT_KINDS, type FaultKind } from '../scenario/scenario'
import { type Field, Packer, WideField } from './field'

/** What a program needs room for. */
export interface Sizes {
  readonly timed: boolean
  /** For each service how many replicas may crash; 0 for what cannot. */
  readonly replicas: readonly number[]
  /** The most replicas that any service has. */
  readonly replicasMax: number
  /** Faults of each kind that may still happen; undefined where they are not counted. */
  readonly budgets: Readonly<Partial<Record<FaultKind, number>>> | undefined
  /** In all; undefined where only kinds are counted. */
  readonly faultsMax: number | undefined
  /** How many lines may be cut at a time. */
  readonly cuts: number
  readonly keys: number
  readonly ordersPerKey: number
  readonly repliesPerKey: number
  /** For each entity how many statuses it knows, 'none' included. */
  readonly statuses: readonly number[]
  readonly effects: number
  readonly effectsMax: number
  /** For each effect how many things it says, nothing included. */
  readonly says: readonly number[]
  readonly inboxes: number
  readonly idempotentHandlers: number
  readonly outcomes: number
  readonly invariants: number
  readonly places: number
  readonly links: number
  readonly attempts: number
  /** Some publisher's repetitions are recognised by the broker. */
  readonly isRecognising: boolean
  readonly deliveries: number
  readonly ranks: number
}

export interface HeaderFields {
  /** Which limit was met, as an index into LIMITS plus one; 0: none. */
  readonly limit: Field
  readonly budgets: Readonly<Record<FaultKind, Field>>
  /** Faults of any kind that may still happen; no bits where only kinds are counted. */
  readonly faults: Field
  /** For each service the replicas that are down, a bit each. */
  readonly down: readonly Field[]
  readonly crashes: readonly Field[]
  /** How many lines are cut: which, their tokens say. */
  readonly cuts: Field
  readonly seq: Field
  readonly serial: Field
  readonly now: WideField
}

export interface KeyFields {
  readonly made: Field
  readonly replyCount: Field
  readonly replies: readonly Field[]
}

export interface OrderFields {
  readonly rows: readonly Field[]
  readonly effects: readonly Field[]
  readonly says: readonly Field[]
  readonly inbox: readonly Field[]
  /** For each idempotent handler the stored answer (an outcome) and the order it made, plus one. */
  readonly answered: readonly Field[]
  readonly created: readonly Field[]
  readonly violated: readonly Field[]
}

export interface TokenFields {
  readonly place: Field
  readonly key: Field
  readonly order: Field
  /** A caller's number while it waits; `link` of what it waits for carries the same. 0: nobody. */
  readonly own: Field
  readonly link: Field
  readonly attempt: Field
  readonly deliveries: Field
  /** Place in its queue, from 1, kept while a consumer holds the delivery. 0: not the broker's. */
  readonly rank: Field
  readonly outcome: Field
  readonly replica: Field
  readonly replied: Field
  /** A publisher's event is with the broker, whether or not the publisher has heard so. */
  readonly known: Field
  /** From here on only in the timed machine. */
  readonly attemptShown: Field
  readonly serial: Field
  readonly cause: Field
  readonly due: WideField
  readonly sent: WideField
  readonly deadline: WideField
}

export interface Layout {
  readonly header: HeaderFields
  readonly key: KeyFields
  readonly orders: readonly OrderFields[]
  readonly token: TokenFields
  readonly keysStart: number
  readonly keyWords: number
  readonly tokensStart: number
  readonly tokenWords: number
  /** The words of a token that are compared. */
  readonly contentWords: number
}

export function layoutOf(sizes: Sizes): Layout {
  const header = new Packer()
  const headerFields = headerOf(sizes, header)
  const block = new Packer()
  const key: KeyFields = {
    made: block.upTo(sizes.ordersPerKey),
    replyCount: block.upTo(sizes.repliesPerKey),
    replies: repeat(sizes.repliesPerKey, () => block.upTo(sizes.outcomes - 1)),
  }
  const orders = repeat(sizes.ordersPerKey, () => orderOf(sizes, block))
  const packer = new Packer()
  const [token, contentWords] = tokenOf(sizes, packer)
  return {
    header: headerFields,
    key,
    orders,
    token,
    keysStart: header.words,
    keyWords: block.words,
    tokensStart: header.words + sizes.keys * block.words,
    tokenWords: packer.words,
    contentWords,
  }
}

function headerOf(sizes: Sizes, packer: Packer): HeaderFields {
  const whenTimed = (bits: number) => packer.bits(sizes.timed ? bits : 0)
  const budget = (kind: FaultKind) => packer.upTo(sizes.budgets?.[kind] ?? 0)
  return {
    // Budgets first: a search reads what a state allows from its first word.
    budgets: Object.fromEntries(FAULT_KINDS.map((kind) => [kind, budget(kind)])) as Record<
      FaultKind,
      Field
    >,
    faults: packer.upTo(sizes.faultsMax ?? 0),
    limit: packer.bits(3),
    down: sizes.replicas.map((replicas) => packer.bits(replicas)),
    crashes: sizes.replicas.map((replicas) => whenTimed(replicas > 0 ? 10 : 0)),
    cuts: packer.upTo(sizes.cuts),
    seq: whenTimed(30),
    serial: whenTimed(30),
    now: sizes.timed ? packer.wide() : new WideField(undefined),
  }
}

function orderOf(sizes: Sizes, packer: Packer): OrderFields {
  const perInvariant = sizes.timed ? 1 : 0
  return {
    rows: sizes.statuses.map((count) => packer.upTo(count - 1)),
    effects: repeat(sizes.effects, () => packer.upTo(sizes.effectsMax)),
    says: sizes.says.map((count) => packer.upTo(count - 1)),
    inbox: repeat(sizes.inboxes, () => packer.bits(1)),
    answered: repeat(sizes.idempotentHandlers, () => packer.upTo(sizes.outcomes - 1)),
    created: repeat(sizes.idempotentHandlers, () => packer.upTo(sizes.ordersPerKey)),
    violated: repeat(sizes.invariants, () => packer.bits(perInvariant)),
  }
}

function tokenOf(sizes: Sizes, packer: Packer): [TokenFields, number] {
  const content = {
    place: packer.upTo(sizes.places - 1),
    key: packer.upTo(sizes.keys - 1),
    order: packer.upTo(sizes.ordersPerKey - 1),
    own: packer.upTo(sizes.links),
    link: packer.upTo(sizes.links),
    attempt: packer.upTo(sizes.attempts),
    deliveries: packer.upTo(sizes.deliveries),
    rank: packer.upTo(sizes.ranks),
    outcome: packer.upTo(sizes.outcomes - 1),
    replica: packer.upTo(sizes.replicasMax - 1),
    replied: packer.bits(1),
    known: packer.bits(sizes.isRecognising ? 1 : 0),
  }
  const contentWords = packer.words
  if (!sizes.timed) {
    const absent = new WideField(undefined)
    const none = () => packer.bits(0)
    const untimed = { attemptShown: none(), serial: none(), cause: none() }
    return [{ ...content, ...untimed, due: absent, sent: absent, deadline: absent }, contentWords]
  }
  packer.align()
  const timed = {
    serial: packer.bits(30),
    cause: packer.bits(30),
    attemptShown: packer.bits(10),
    due: packer.wide(),
    sent: packer.wide(),
    deadline: packer.wide(),
  }
  return [{ ...content, ...timed }, contentWords]
}

function repeat<T>(count: number, make: () => T): T[] {
  return Array.from({ length: count }, make)
}
