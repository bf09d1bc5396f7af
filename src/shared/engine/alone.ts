/**
 * Steps that a search may take alone. Such a step concerns nobody but its own token: no promise and no
 * expression sees it, and whatever else can happen before it can happen after it just as well, with the same
 * result. So nothing is missed when the rest waits. (Partial-order reduction with ample sets of one, after
 * Clarke, Grumberg and Peled, Model Checking, chapter 10; the search sees to it that nothing waits forever.)
 *
 * 1. A crash of the token's own service must find the same before and after: either there is no crash left,
 *    or the step only moves the token, which the crash takes away wherever it stands.
 * 2. What the step needs stays so: a service that is up stays up, a message is not lost or doubled, a caller
 *    goes on waiting; where a fault that is left could change it, the step is not taken alone.
 * 3. The next op of a handler must not decide by what others may change: not `if`, and `dedupe` only where the
 *    mark is there, which stays.
 *
 * Where it is not certain, the answer is no: that costs time and nothing else.
 */
import { BrokerStops } from './broker-stops'
import { goesOn, isWorthRepeating } from './calling'
import type { CallOp, CommitOp, EffectOp, Op } from './op'
import type { Place, PlaceKind } from './place'
import type { AnswerOutcome, HandlerProgram, Program } from './program'
import { isDeliverable } from './queue'
import { QueueCensus } from './queue-census'
import { type Reads, readsOf } from './reads'
import type { Token, View } from './view'

/** Whether a cut may hold it up, or lead it elsewhere. */
function isHeldByCuts(place: Place): boolean {
  if (TRAVELLING.has(place.at)) return true
  return 'op' in place && place.op.op === 'call' && place.op.connecting > 0
}

const TRAVELLING: ReadonlySet<PlaceKind> = new Set(['request', 'response', 'confirm', 'queued'])

export class StepsAlone {
  private readonly reads: Reads
  /** For each place whether a token there is ever worth asking about. */
  private readonly isWorthAsking: readonly boolean[]
  private readonly queues: QueueCensus
  private readonly stops: BrokerStops
  private readonly hasBroker: boolean
  private isCounted = false
  /** No line is cut nor ever will be; otherwise whatever travels may be held up, or be waiting there. */
  private areLinesWhole = true

  constructor(
    private readonly program: Program,
    private readonly view: View,
  ) {
    this.reads = readsOf(program)
    this.stops = new BrokerStops(program)
    this.isWorthAsking = program.places.map((place) => this.mayBeAlone(place))
    this.queues = new QueueCensus(program)
    this.hasBroker = program.services.some(({ stoppedBy }) => stoppedBy.includes('stop-broker'))
  }

  /** A token of this state that may take its natural step alone; 0: there is none. */
  find(): Token {
    const { view } = this
    this.areLinesWhole = !view.canStill('partition') && view.cuts === 0
    this.isCounted = false
    for (let t = view.first; t < view.last; t += view.stride)
      if (this.isWorthAsking[view.placeNumber(t)] === true && this.isAlone(t, view.place(t)))
        return t
    return 0
  }

  /** What can be said without a state. Every message that comes or goes is seen by whoever counts them. */
  private mayBeAlone(place: Place): boolean {
    if (this.reads.pending) return false
    switch (place.at) {
      case 'gone':
      case 'dead':
      case 'stored':
      case 'frame':
      case 'socket':
      case 'cut':
      case 'script':
        return false
      case 'down':
        return this.stops.isUnmissed(place.service)
      case 'op':
        return this.mayOpBeAlone(place.op)
      default:
        return true
    }
  }

  private mayOpBeAlone(op: Op): boolean {
    switch (op.op) {
      case 'wait':
      case 'call':
      case 'reply':
      case 'finish':
        return true
      case 'effect':
        return op.once || this.isUnread(op.effect)
      case 'commit':
        return op.inbox !== undefined || this.isCommitUnread(op)
      default:
        return false
    }
  }

  private isAlone(token: Token, place: Place): boolean {
    const { view } = this
    if (!this.areLinesWhole && isHeldByCuts(place)) return false
    switch (place.at) {
      case 'down':
        // Nobody misses it: nobody notices when it is back.
        return true
      case 'stimulus':
        return place.op.op === 'call' && !this.canCrash(this.handlerOf(place.op).service)
      case 'op':
        return this.isOpAlone(token, place.op)
      case 'waiting':
        return !view.isAnswerPossible(token) && this.isTimeoutAlone(token, place.op)
      case 'backoff':
        return this.isSimple(token, place.op) && !this.canCrash(this.handlerOf(place.op).service)
      case 'request':
        return this.isRequestAlone(token, place.op)
      case 'response':
        return this.isResponseAlone(token)
      case 'confirm':
        if (view.canStill('lose-response')) return false
        if (place.op.publication.brokers.length > 0 && this.mayStop) return false
        return this.isSimple(token, place.op) && this.goesOnAt(token, place.op, place.op.next)
      case 'unconfirmed':
        return this.isSimple(token, place.op)
      case 'relayed':
        return view.isUp(place.publication.service) && !this.mayStop
      case 'queued':
        return this.isDeliveryAlone(token, place.queue, place.feed)
      default:
        return false
    }
  }

  /** A running handler about to do something. */
  private isOpAlone(token: Token, op: Op): boolean {
    const { view } = this
    if (!this.isSimple(token, op)) return false
    const handler = this.handlerOf(op)
    switch (op.op) {
      case 'wait':
        return this.goesOnAt(token, op, op.next)
      case 'effect':
        return (!op.once || this.isDone(token, op)) && this.goesOnAt(token, op, op.next)
      case 'commit':
        if (!this.isStoreSteady(op)) return false
        if (op.inbox === undefined) return this.goesOnAt(token, op, op.next)
        return (
          this.isMarked(token, view.order(token), op.inbox) &&
          this.goesOnAt(token, op, handler.last)
        )
      case 'call':
        return !this.canCrash(handler.service)
      case 'reply':
        if (this.canCrash(handler.service) || handler.idempotent !== undefined) return false
        return this.goesOnAt(token, op, op.next)
      case 'finish':
        return this.areLinesWhole && !this.mayStop && !view.canStill('lose-response')
      default:
        return false
    }
  }

  // What never becomes undone: from here on it is the same whenever it is looked up.

  /** The provider has done it already and knows the key. */
  private isDone(token: Token, { effect }: EffectOp): boolean {
    const { view } = this
    return view.effect(view.key(token), view.order(token), effect) > 0
  }

  private isMarked(token: Token, order: number, inbox: number): boolean {
    return this.view.inbox(this.view.key(token), order, inbox) === 1
  }

  /** It has an answer stored, and no run that could store another. */
  private isAnswered(token: Token, handler: HandlerProgram, idempotent: number): boolean {
    const { view } = this
    const key = view.key(token)
    if (view.answered(key, view.order(token), idempotent) === 0) return false
    for (let t = view.first; t < view.last; t += view.stride)
      if (view.handler(t) === handler && view.key(t) === key) return false
    return true
  }

  private isUnread(effect: number): boolean {
    return this.reads.effects[effect] !== true && this.reads.says[effect] !== true
  }

  private isCommitUnread(op: CommitOp): boolean {
    if (op.inbox !== undefined || op.outbox.length > 0) return false
    return op.saves.every(({ entity }) => this.reads.entities[entity] !== true)
  }

  /** The database is there to stay. */
  private isStoreSteady(op: CommitOp): boolean {
    if (op.line === undefined) return true
    return this.areLinesWhole && this.isSteady(this.program.lines[op.line]?.to)
  }

  /** Nobody answers any more. The caller tries again, or goes on. */
  private isTimeoutAlone(token: Token, op: CallOp): boolean {
    const { view, reads } = this
    if (!this.isSimple(token, op) || (op.isStimulus && reads.replies)) return false
    if (view.get(view.fields.attempt, token) < op.retries) return true
    return op.onFailure === 'continue' && this.goesOnAt(token, op, op.next)
  }

  /** A request that arrives, for certain, at a service that is there to stay. */
  private isRequestAlone(token: Token, op: CallOp): boolean {
    const { view, program } = this
    if (view.canStill('lose-request') || view.canStill('duplicate')) return false
    const callee = program.lines[op.line]?.to
    if (!this.isSteady(callee)) return false
    const handler = program.handlers[op.callee ?? -1]
    return handler === undefined || this.isBeginningAlone(token, handler)
  }

  private isDeliveryAlone(token: Token, index: number, feed: number): boolean {
    const { view, program } = this
    if (this.mayStop || view.canStill('duplicate') || view.canStill('reorder')) return false
    const queue = program.queues[index]
    const consumer = queue?.consumers[0]
    const delivery = queue?.feeds[feed]?.deliveries[0]
    if (queue === undefined || consumer === undefined || delivery === undefined) return false
    // With one consumer who takes one message at a time, nothing else takes its place.
    const isOneAtATime = (program.services[consumer.service]?.workers ?? 1) === 1
    if (queue.ttlUs > 0 || queue.consumers.length > 1 || queue.partitions > 1 || !isOneAtATime)
      return false
    if (!this.isSteady(consumer.service) || view.get(view.fields.rank, token) === 0) return false
    const handler = program.handlers[delivery.handler] as HandlerProgram
    if (!this.isBeginningAlone(token, handler)) return false
    return isDeliverable(view, token, queue, this.census)
  }

  private get census(): QueueCensus {
    if (!this.isCounted) this.queues.take(this.view)
    this.isCounted = true
    return this.queues
  }

  /** An answer that arrives, for certain, and is the only one that can. */
  private isResponseAlone(token: Token): boolean {
    const { view, program, reads } = this
    const link = view.get(view.fields.link, token)
    // Nobody waits for it: to lose it is the same.
    if (link === 0) return true
    if (view.canStill('lose-response')) return false
    const caller = view.callerOf(link)
    const place = caller === 0 ? undefined : view.place(caller)
    if (place?.at !== 'waiting' || view.canStill('delay') || view.answersTo(caller) > 1)
      return false
    const { op } = place
    if (!this.isSimple(caller, op) || (op.isStimulus && reads.replies)) return false
    // The caller goes on with the order that comes back; after a crash it would have its old one, and who
    // asks it with the same key meanwhile is told by its order whether it is the same.
    const order = view.order(token)
    const isOther = order !== view.order(caller)
    if (isOther && (this.mayStop || this.handlerOf(op).idempotent !== undefined)) return false
    const ended = program.outcomes[view.get(view.fields.outcome, token)] as AnswerOutcome
    if (isWorthRepeating(ended) && view.get(view.fields.attempt, caller) < op.retries) return true
    return goesOn(op, ended) && this.stands(caller, this.handlerOf(op), op.next, order)
  }

  /** A handler that starts: it makes no order, or answers from memory, for certain, and does nothing else. */
  private isBeginningAlone(token: Token, handler: HandlerProgram): boolean {
    if (handler.idempotent !== undefined) return this.isAnswered(token, handler, handler.idempotent)
    return !handler.creates && this.stands(token, handler, handler.first)
  }

  /** Not where others look at the load, and not cancelled by a caller's leaving. */
  private isSimple(token: Token, op: Op): boolean {
    const { view, program } = this
    const handler = this.handlerOf(op)
    if (this.isLoadSeen(handler.service)) return false
    const line = program.lines[handler.line ?? -1]
    const isCancellable = handler.response !== undefined && line?.protocol === 'grpc'
    if (!isCancellable || view.get(view.fields.replied, token) === 1) return true
    if (this.mayStop || view.canStill('delay') || !this.areLinesWhole) return false
    const caller = view.callerOf(view.get(view.fields.link, token))
    return caller > 0 && view.answersTo(caller) === 1
  }

  /** Whether the handler, gone on to this op, is where a crash would take it away like before. */
  private goesOnAt(token: Token, op: Op, next: number): boolean {
    return this.stands(token, this.handlerOf(op), next)
  }

  private stands(
    token: Token,
    handler: HandlerProgram,
    index: number,
    order = this.view.order(token),
  ): boolean {
    const { view } = this
    const { ops } = this.program
    let op = ops[index] as Op
    while (op.op === 'jump' || (op.op === 'dedupe' && this.isMarked(token, order, op.inbox)))
      op = ops[op.op === 'jump' ? op.next : handler.last] as Op
    if (op.op === 'branch' || op.op === 'dedupe' || op.op === 'undone') return false
    // At its end a handler is gone at once, unless a broker waits for it; and it may answer.
    if (op.op !== 'finish' || view.get(view.fields.rank, token) > 0) return true
    return !this.mayStop && handler.idempotent === undefined
  }

  private handlerOf(op: Op): HandlerProgram {
    return this.program.handlers[op.handler] as HandlerProgram
  }

  /** Whether anything can go down any more: a service, or a broker. */
  private get mayStop(): boolean {
    return this.view.canStill('crash') || (this.hasBroker && this.view.canStill('stop-broker'))
  }

  /** How much it has to do decides where a request goes, or whether it is taken at all. */
  private isLoadSeen(service: number): boolean {
    const known = this.program.services[service]
    return known !== undefined && (known.replicas > 1 || known.maxRequests > 0)
  }

  private canCrash(service: number): boolean {
    const stoppedBy = this.program.services[service]?.stoppedBy ?? []
    return stoppedBy.some((fault) => this.view.canStill(fault))
  }

  /** It is up, in one replica, and stays so. */
  private isSteady(service: number | undefined): boolean {
    const known = this.program.services[service ?? -1]
    if (known === undefined || this.isLoadSeen(known.index) || this.canCrash(known.index))
      return false
    return this.view.isUp(known.index)
  }
}
