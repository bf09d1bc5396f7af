/**
 * Until when the answer that goes with an idempotency key is needed: as long as anything is on its way that may
 * still lead to the same request. After that nobody asks for it, and states that differ in it are one.
 *
 * Where a token may lead is known for its place alone, all branches taken, all failures met; only that a caller
 * who has no attempt left does not ask again is seen in the state.
 */
import type { CallOp, Op } from './op'
import type { Place } from './place'
import type { Program } from './program'

/** More handlers than there are bits: then all answers are kept. */
const HANDLERS_MAX = 31

export class AskedAgain {
  /** For each place the idempotent handlers, a bit each, that a token there may still lead to. */
  private readonly ahead: Int32Array
  /** The same where it waits with no attempt left. */
  private readonly afterLast: Int32Array
  private readonly retries: Int32Array
  private readonly all: number
  /** For each word of a key's block the bits that say what was answered. */
  private readonly stored: Uint32Array

  constructor(private readonly program: Program) {
    const handlers = program.layout.orders[0]?.answered.length ?? 0
    this.all = 2 ** handlers - 1
    this.stored = new Uint32Array(program.layout.keyWords)
    for (const { answered, created } of program.layout.orders)
      for (const field of [...answered, ...created]) field.set(this.stored, 0, field.mask)
    const isKnown = handlers <= HANDLERS_MAX && !program.isTakingTurns
    const ahead = isKnown ? handlersAhead(program) : undefined
    this.ahead = Int32Array.from(program.places, (_, place) => ahead?.[place] ?? -1)
    this.afterLast = Int32Array.from(program.places, (place) =>
      place.at === 'waiting' && ahead !== undefined ? union(ahead, goingOn(program, place.op)) : -1,
    )
    this.retries = Int32Array.from(program.places, (place) =>
      place.at === 'waiting' ? place.op.retries : 0,
    )
  }

  get isOfUse(): boolean {
    return this.all > 0
  }

  /** Forgets in the state `words[0..end)` what nobody asks for any more. */
  forget(words: Uint32Array, end: number): void {
    const { keys, layout } = this.program
    for (let key = 0; key < keys.length; key += 1) {
      const block = layout.keysStart + key * layout.keyWords
      if (!this.isSomeStored(words, block)) continue
      const gone = this.all & ~this.askedOf(words, end, key)
      for (let slot = 0; gone >>> slot > 0; slot += 1) {
        if (((gone >>> slot) & 1) === 0) continue
        for (const { answered, created } of layout.orders) {
          answered[slot]?.set(words, block, 0)
          created[slot]?.set(words, block, 0)
        }
      }
    }
  }

  private isSomeStored(words: Uint32Array, block: number): boolean {
    for (let i = 0; i < this.stored.length; i += 1)
      if (((words[block + i] as number) & (this.stored[i] as number)) !== 0) return true
    return false
  }

  private askedOf(words: Uint32Array, end: number, key: number): number {
    const { tokensStart, tokenWords, token } = this.program.layout
    let asked = 0
    for (let t = tokensStart; t < end; t += tokenWords) {
      if (token.key.get(words, t) !== key) continue
      const place = token.place.get(words, t)
      const isLast = token.attempt.get(words, t) >= (this.retries[place] as number)
      asked |= (
        isLast && this.program.places[place]?.at === 'waiting'
          ? this.afterLast[place]
          : this.ahead[place]
      ) as number
    }
    return asked
  }
}

function handlersAhead(program: Program): number[] {
  const ahead = program.places.map((place) => slotAsked(program, place))
  const next = program.places.map((place) => leadsTo(program, place))
  for (let isChanged = true; isChanged; ) {
    isChanged = false
    next.forEach((places, place) => {
      const more = (ahead[place] as number) | union(ahead, places)
      if (more !== ahead[place]) isChanged = true
      ahead[place] = more
    })
  }
  return ahead
}

function union(ahead: readonly number[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum | (ahead[place] as number), 0)
}

/** The handler that a request in this place is about to reach. */
function slotAsked(program: Program, place: Place): number {
  if (place.at === 'script') return -1
  if (place.at !== 'request') return 0
  const callee = program.handlers[place.op.callee ?? -1]
  const asked = [callee, ...(callee?.bodies ?? []).map((index) => program.handlers[index])]
  return asked.reduce(
    (sum, one) => (one?.idempotent === undefined ? sum : sum | (1 << one.idempotent)),
    0,
  )
}

/** Where a token in this place may go, or what it may make, in one step or by one fault. */
function leadsTo(program: Program, place: Place): readonly number[] {
  switch (place.at) {
    case 'stimulus':
    case 'op':
      return [...startedBy(program, place.op), ...goingOn(program, place.op)]
    case 'waiting':
      return [place.op.backingOff, ...goingOn(program, place.op)]
    case 'backoff':
    case 'connecting':
      return [place.op.backingOff, ...asking(place.op), ...goingOn(program, place.op)]
    case 'request':
      return beginning(program, place.op.callee)
    case 'frame':
      return beginning(program, place.op.receiver)
    case 'confirm':
    case 'unconfirmed':
      return [
        place.op.place,
        place.op.confirming,
        place.op.unconfirmed,
        ...goingOn(program, place.op),
      ]
    case 'queued':
      return fromQueue(program, place.queue)
    case 'stored':
      return [place.publication.relayed, ...queuedBy(program, place.publication.routes)]
    case 'relayed':
      return [place.publication.stored]
    case 'gone':
    case 'response':
    case 'dead':
    case 'socket':
    case 'down':
    case 'cut':
    case 'script':
      return []
  }
}

function asking(op: CallOp): readonly number[] {
  return [op.request, op.waiting, op.connecting]
}

/** What an op sends or stores. */
function startedBy(program: Program, op: Op): readonly number[] {
  switch (op.op) {
    case 'call':
      return asking(op)
    case 'publish':
      return [op.confirming, op.unconfirmed, ...queuedBy(program, op.publication.routes)]
    case 'push':
      return [op.frame]
    case 'commit':
      return op.outbox.map(({ stored }) => stored)
    default:
      return []
  }
}

/** Where the handler may be after this op, however it ended: on, undoing, or back in its queue. */
function goingOn(program: Program, op: Op): readonly number[] {
  const { queue, last } = program.handlers[op.handler] ?? {}
  const ops = [op.next, op.onFail, last].flatMap((index) => (index === undefined ? [] : [index]))
  const passed = ops.flatMap((index) => standingFrom(program, index))
  return queue === undefined ? passed : [...passed, ...queuesPlaces(program, queue)]
}

/** The places where a handler led to this op may come to stand. */
function standingFrom(program: Program, index: number): readonly number[] {
  const places = new Set<number>()
  const seen = new Set<number>()
  const waiting = [index]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const op = program.ops[at]
    if (op === undefined || seen.has(at)) continue
    seen.add(at)
    switch (op.op) {
      case 'branch':
        waiting.push(op.next, op.otherwise)
        break
      case 'jump':
        waiting.push(op.next)
        break
      case 'dedupe':
        waiting.push(op.next, program.handlers[op.handler]?.last ?? op.next)
        break
      case 'undone':
        waiting.push(op.onFail ?? -1, program.handlers[op.handler]?.last ?? -1)
        break
      default:
        places.add(op.place)
    }
  }
  return [...places]
}

function beginning(program: Program, index: number | undefined): readonly number[] {
  const handler = program.handlers[index ?? -1]
  if (handler === undefined) return []
  return [handler.first, handler.poisoned].flatMap((op) => standingFrom(program, op))
}

/** Its messages, and those of the queues that its dead letters go to. */
function queuesPlaces(program: Program, queue: number): readonly number[] {
  const feeds = program.queues[queue]?.feeds ?? []
  return feeds.flatMap(({ queued, deadRoutes }) => [queued, ...queuedBy(program, deadRoutes)])
}

function fromQueue(program: Program, queue: number): readonly number[] {
  const feeds = program.queues[queue]?.feeds ?? []
  const handlers = feeds.flatMap(({ deliveries }) =>
    deliveries.flatMap((one) => one?.handler ?? []),
  )
  return [
    ...queuesPlaces(program, queue),
    ...handlers.flatMap((handler) => beginning(program, handler)),
  ]
}

function queuedBy(
  program: Program,
  routes: readonly { readonly queue: number; readonly feed: number }[],
): readonly number[] {
  return routes.flatMap(({ queue, feed }) => program.queues[queue]?.feeds[feed]?.queued ?? [])
}
