/**
 * Reading a packed state by name. A token is named by a handle that is good until the next choice. Knows the
 * layout; changes nothing.
 */
import type { FaultKind } from '../scenario/scenario'
import type { Field } from './field'
import type { Layout, OrderFields, TokenFields } from './layout'
import type { Place } from './place'
import type { HandlerProgram, Program } from './program'
import type { State } from './state'

/** A token's handle. 0 is none: no token lies there. */
export type Token = number

export class View {
  readonly layout: Layout
  readonly fields: TokenFields
  protected words: Uint32Array = new Uint32Array(0)
  protected end = 0

  /** For each place the handler that a token there is. */
  private readonly handlerAt: readonly (HandlerProgram | undefined)[]
  /** For each place the queue whose message a token there is, waiting or being handled; -1: none. */
  private readonly queueAt: Int32Array

  constructor(readonly program: Program) {
    this.layout = program.layout
    this.fields = program.layout.token
    this.handlerAt = handlersAt(program)
    this.queueAt = queuesAt(program, this.handlerAt)
  }

  open(state: State): this {
    this.words = state
    this.end = state.length
    return this
  }

  get(field: Field, token: Token): number {
    return field.get(this.words, token)
  }

  get nowUs(): number {
    return this.layout.header.now.get(this.words, 0)
  }

  dueUs(token: Token): number {
    return this.fields.due.get(this.words, token)
  }

  sentUs(token: Token): number {
    return this.fields.sent.get(this.words, token)
  }

  deadlineUs(token: Token): number {
    return this.fields.deadline.get(this.words, token)
  }

  /** All tokens in order: `for (let t = view.first; t < view.last; t += view.stride)`. */
  get first(): Token {
    return this.layout.tokensStart
  }

  get last(): number {
    return this.end
  }

  get stride(): number {
    return this.layout.tokenWords
  }

  tokenAt(index: number): Token {
    return this.layout.tokensStart + index * this.layout.tokenWords
  }

  indexOf(token: Token): number {
    return (token - this.layout.tokensStart) / this.layout.tokenWords
  }

  /** The index of its place in `Program.places`. */
  placeNumber(token: Token): number {
    return this.fields.place.get(this.words, token)
  }

  place(token: Token): Place {
    return this.program.places[this.fields.place.get(this.words, token)] as Place
  }

  key(token: Token): number {
    return this.fields.key.get(this.words, token)
  }

  order(token: Token): number {
    return this.fields.order.get(this.words, token)
  }

  /** The handler that this token is, running or waiting; undefined for a message or a timer. */
  handler(token: Token): HandlerProgram | undefined {
    return this.handlerAt[this.fields.place.get(this.words, token)]
  }

  /** The queue whose message this token is, ready, dead or in a consumer's hands, by its index; -1: none. */
  queue(token: Token): number {
    return this.queueAt[this.fields.place.get(this.words, token)] as number
  }

  /** The caller that waits under this number, or 0. */
  callerOf(link: number): Token {
    if (link === 0) return 0
    for (let t = this.first; t < this.end; t += this.stride) {
      if (this.get(this.fields.own, t) === link && this.place(t).at === 'waiting') return t
    }
    return 0
  }

  /** How many answers to this waiting caller are still on their way, or being made. */
  answersTo(caller: Token): number {
    const own = this.get(this.fields.own, caller)
    if (own === 0) return 0
    let answers = 0
    for (let t = this.first; t < this.end; t += this.stride)
      // What went by the choice just taken, and is not swept away yet, answers nobody.
      if (this.get(this.fields.link, t) === own && this.place(t).at !== 'gone') answers += 1
    return answers
  }

  isAnswerPossible(caller: Token): boolean {
    return this.answersTo(caller) > 0
  }

  isReplicaUp(service: number, replica: number): boolean {
    return (((this.layout.header.down[service] as Field).get(this.words, 0) >> replica) & 1) === 0
  }

  replicasUp(service: number): number {
    const replicas = this.program.services[service]?.replicas ?? 1
    let up = 0
    for (let replica = 0; replica < replicas; replica += 1)
      if (this.isReplicaUp(service, replica)) up += 1
    return up
  }

  isUp(service: number): boolean {
    return (this.layout.header.down[service] as Field).get(this.words, 0) === 0
      ? true
      : this.replicasUp(service) > 0
  }

  crashes(service: number): number {
    return (this.layout.header.crashes[service] as Field).get(this.words, 0)
  }

  /** How many lines are cut. */
  get cuts(): number {
    return this.layout.header.cuts.get(this.words, 0)
  }

  /** 0, or the number of the limit that ended this run. */
  get limit(): number {
    return this.layout.header.limit.get(this.words, 0)
  }

  canStill(fault: FaultKind): boolean {
    const { budgets } = this.program
    return budgets === undefined || this.layout.header.budgets[fault].get(this.words, 0) > 0
  }

  protected keyBase(key: number): number {
    return this.layout.keysStart + key * this.layout.keyWords
  }

  /** How many orders handlers have made of this key. */
  made(key: number): number {
    return this.layout.key.made.get(this.words, this.keyBase(key))
  }

  replies(key: number): number[] {
    const base = this.keyBase(key)
    const count = this.layout.key.replyCount.get(this.words, base)
    return this.layout.key.replies.slice(0, count).map((reply) => reply.get(this.words, base))
  }

  row(key: number, order: number, entity: number): number {
    return this.getOf(key, this.ofOrder(order).rows[entity])
  }

  effect(key: number, order: number, effect: number): number {
    return this.getOf(key, this.ofOrder(order).effects[effect])
  }

  said(key: number, order: number, effect: number): number {
    return this.getOf(key, this.ofOrder(order).says[effect])
  }

  inbox(key: number, order: number, inbox: number): number {
    return this.getOf(key, this.ofOrder(order).inbox[inbox])
  }

  answered(key: number, order: number, handler: number): number {
    return this.getOf(key, this.ofOrder(order).answered[handler])
  }

  created(key: number, order: number, handler: number): number {
    return this.getOf(key, this.ofOrder(order).created[handler])
  }

  violated(key: number, order: number, invariant: number): boolean {
    return this.getOf(key, this.ofOrder(order).violated[invariant]) === 1
  }

  protected ofOrder(order: number): OrderFields {
    const fields = this.layout.orders[order]
    if (fields === undefined) throw new Error(`there is no order ${order}`)
    return fields
  }

  private getOf(key: number, field: Field | undefined): number {
    if (field === undefined) throw new Error('no such field of an order')
    return field.get(this.words, this.keyBase(key))
  }
}

/** Which places are those of messages of which queue. */
function queuesAt(program: Program, handlers: readonly (HandlerProgram | undefined)[]): Int32Array {
  return Int32Array.from(program.places, (place, index) =>
    place.at === 'queued' || place.at === 'dead' ? place.queue : (handlers[index]?.queue ?? -1),
  )
}

/** Which places are those of running handlers. */
function handlersAt(program: Program): readonly (HandlerProgram | undefined)[] {
  return program.places.map((place) => {
    switch (place.at) {
      case 'op':
      case 'waiting':
      case 'connecting':
      case 'backoff':
      case 'confirm':
      case 'unconfirmed':
        return program.handlers[place.op.handler]
      default:
        return undefined
    }
  })
}

/** `o1`, then `o1.2`, `o1.3`: what the number-th order of a key is called. */
export function orderName(program: Program, key: number, order: number): string {
  const name = program.keys[key]?.name ?? ''
  return order === 0 ? name : `${name}.${order + 1}`
}
