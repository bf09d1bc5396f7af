/**
 * One choice being applied: a private copy of a packed state that rules edit by name, and the steps they
 * report. Sealing gives a new state; the one it started from is never touched.
 */
import { hashWords } from '../base/random'
import type { FaultKind } from '../scenario/scenario'
import { spendFault } from './budgets'
import { canonicalise } from './canonical'
import { type Delay, sampleUs } from './delay'
import type { Field } from './field'
import { LIMITS, type Limit, type Program } from './program'
import { type Watcher, watchersOf } from './script'
import type { State } from './state'
import type { Step, StepKind } from './step'
import { orderName, type Token, View } from './view'

/** What a step says beyond its kind and place. Services and lines by index. */
export interface About {
  readonly token?: Token
  readonly key?: number
  readonly order?: number
  readonly line?: number
  /** The line it has to do with though nothing travels on it: a fault may wait for it there. */
  readonly via?: number
  readonly from?: number | undefined
  readonly to?: number | undefined
  readonly message?: string
  readonly detail?: Readonly<Record<string, string | number>>
  readonly invariant?: string
}

const TOKENS_MAX = 60_000
const GONE = 0

export class Draft extends View {
  steps: Step[] = []
  /** Keys whose block was written to since the draft was opened. */
  readonly touched: number[] = []
  /** Whether some token went since the last time they were swept away. */
  private hasGone = false
  private lastSeq = 0
  private readonly watchers: readonly Watcher[]

  constructor(program: Program, isHeard = true) {
    super(program)
    this.emit = isHeard ? (kind, service, about) => this.report(kind, service, about) : undefined
    this.words = new Uint32Array(program.layout.tokensStart + 64 * program.layout.tokenWords)
    this.watchers = watchersOf(program)
  }

  override open(state: State): this {
    if (this.words.length < state.length + 64 * this.stride)
      this.words = new Uint32Array(2 * state.length + 64 * this.stride)
    this.words.set(state)
    this.end = state.length
    this.steps = []
    this.touched.length = 0
    this.lastSeq = 0
    return this
  }

  /** The new state: tokens that went are swept away, and without time the rest is put in canonical order. */
  seal(): State {
    this.sweep()
    if (!this.program.timed) canonicalise(this.words, this.end, this.layout)
    return this.words.slice(0, this.end) as State
  }

  /** Tokens that went are taken out. */
  protected sweep(): void {
    if (!this.hasGone) return
    this.hasGone = false
    let kept = this.first
    for (let t = this.first; t < this.end; t += this.stride) {
      if (this.get(this.fields.place, t) === GONE) continue
      for (let i = 0; i < this.stride; i += 1) this.words[kept + i] = this.words[t + i] as number
      kept += this.stride
    }
    this.end = kept
  }

  // Time and cause.

  advanceTo(us: number): void {
    if (us > this.nowUs) this.layout.header.now.set(this.words, 0, us)
  }

  /** Steps reported from here on follow from what made this token be where it is. */
  followFrom(token: Token): void {
    this.lastSeq = this.get(this.fields.cause, token)
  }

  /** Steps from here on are nobody's consequence: a decision of the environment. */
  followNothing(): void {
    this.lastSeq = 0
  }

  get cause(): number {
    return this.lastSeq
  }

  set cause(seq: number) {
    this.lastSeq = seq
  }

  /** A sample for this token; `what` is a hash that names the thing sampled. */
  sample(delay: Delay, token: Token, what: number): number {
    if (delay.law === 'fixed') return delay.us
    if (!this.program.timed) return 0
    const key = this.program.keys[this.key(token)]?.hash ?? 0
    const attempt = this.get(this.fields.attempt, token)
    const deliveries = this.get(this.fields.deliveries, token)
    const occasion = hashWords(key, this.order(token), attempt, deliveries)
    return sampleUs(delay, this.program.seed, what, occasion)
  }

  // Tokens.

  set(field: Field, token: Token, value: number): void {
    field.set(this.words, token, value)
  }

  /** To another place, from where it goes on after so long. */
  moveTo(token: Token, place: number, afterUs = 0): void {
    this.fields.place.set(this.words, token, place)
    this.fields.cause.set(this.words, token, this.lastSeq)
    this.fields.sent.set(this.words, token, this.nowUs)
    this.fields.due.set(this.words, token, this.nowUs + afterUs)
  }

  setDueUs(token: Token, us: number): void {
    this.fields.due.set(this.words, token, us)
  }

  setDeadlineUs(token: Token, us: number): void {
    this.fields.deadline.set(this.words, token, us)
  }

  /** A new token about the same order. */
  spawn(place: number, about: Token, afterUs = 0): Token {
    const token = this.append()
    this.fields.key.set(this.words, token, this.key(about))
    this.fields.order.set(this.words, token, this.order(about))
    this.moveTo(token, place, afterUs)
    return token
  }

  /** A new token about nobody's order: a timer, a closed socket. */
  spawnBare(place: number, afterUs = 0): Token {
    const token = this.append()
    this.moveTo(token, place, afterUs)
    return token
  }

  copy(original: Token): Token {
    const token = this.append()
    const serial = this.get(this.fields.serial, token)
    this.words.copyWithin(token, original, original + this.stride)
    this.fields.serial.set(this.words, token, serial)
    return token
  }

  private append(): Token {
    const token = this.end
    if (this.indexOf(token) >= TOKENS_MAX) this.meet('tokens')
    if (token + this.stride > this.words.length) {
      const larger = new Uint32Array(2 * this.words.length)
      larger.set(this.words)
      this.words = larger
    }
    this.end += this.stride
    this.words.fill(0, token, this.end)
    const { serial } = this.layout.header
    const next = serial.get(this.words, 0) + 1
    if (this.program.timed) serial.set(this.words, 0, next)
    this.fields.serial.set(this.words, token, this.program.timed ? next : 0)
    return token
  }

  remove(token: Token): void {
    this.hasGone = true
    this.fields.place.set(this.words, token, GONE)
  }

  /** A number for a caller that begins to wait: the smallest that is free. */
  freshLink(): number {
    const { own } = this.fields
    const link = own.mask < 32 ? this.freeAmongFew() : this.freeAmongMany()
    if (link <= own.mask) return link
    this.meet('links')
    return 0
  }

  private freeAmongFew(): number {
    let taken = 1
    for (let t = this.first; t < this.end; t += this.stride)
      taken |= 1 << this.get(this.fields.own, t)
    const free = ~taken & -~taken
    return free === 0 ? 32 : 31 - Math.clz32(free)
  }

  /** Of so many tokens and one number more, one number is free. */
  private freeAmongMany(): number {
    const taken = new Uint8Array(this.indexOf(this.end) + 2)
    for (let t = this.first; t < this.end; t += this.stride) {
      const own = this.get(this.fields.own, t)
      if (own < taken.length) taken[own] = 1
    }
    return taken.indexOf(0, 1)
  }

  /** Nobody waits any more for what was asked under this number. */
  forget(link: number): void {
    if (link === 0) return
    for (let t = this.first; t < this.end; t += this.stride)
      if (this.get(this.fields.link, t) === link) this.unlink(t)
  }

  protected unlink(token: Token): void {
    this.fields.link.set(this.words, token, 0)
  }

  // The header.

  setReplicaUp(service: number, replica: number, isUp: boolean): void {
    const field = this.layout.header.down[service] as Field
    const down = field.get(this.words, 0)
    field.set(this.words, 0, isUp ? down & ~(1 << replica) : down | (1 << replica))
    if (isUp) return
    const crashes = this.layout.header.crashes[service] as Field
    if (crashes.get(this.words, 0) < crashes.mask)
      crashes.set(this.words, 0, crashes.get(this.words, 0) + 1)
  }

  setCuts(count: number): void {
    this.layout.header.cuts.set(this.words, 0, count)
  }

  setBudget(fault: FaultKind, budget: number): void {
    this.layout.header.budgets[fault].set(this.words, 0, budget)
  }

  setFaults(count: number): void {
    this.layout.header.faults.set(this.words, 0, count)
  }

  spend(fault: FaultKind): void {
    if (this.program.budgets === undefined) return
    spendFault(this.layout.header, this.words, fault)
  }

  /** The run cannot go on faithfully: it ends here, and says so. */
  meet(limit: Limit): void {
    if (this.limit === 0) this.layout.header.limit.set(this.words, 0, LIMITS.indexOf(limit) + 1)
  }

  // What is known of a key and its orders.

  /** Makes the next order of the key and gives its number. */
  makeOrder(key: number): number {
    const made = this.made(key)
    if (made >= this.program.ordersPerKey) {
      this.meet('orders')
      return made - 1
    }
    this.layout.key.made.set(this.words, this.keyBase(key), made + 1)
    this.touch(key)
    return made
  }

  addReply(key: number, outcome: number): void {
    const base = this.keyBase(key)
    const count = this.layout.key.replyCount.get(this.words, base)
    const reply = this.layout.key.replies[count]
    if (reply === undefined) {
      this.meet('replies')
      return
    }
    reply.set(this.words, base, outcome)
    this.layout.key.replyCount.set(this.words, base, count + 1)
    this.touch(key)
  }

  setRow(key: number, order: number, entity: number, status: number): void {
    this.setOrder(key, this.ofOrder(order).rows[entity], status)
  }

  countEffect(key: number, order: number, effect: number): void {
    const field = this.ofOrder(order).effects[effect]
    const count = this.effect(key, order, effect)
    if (count >= (field?.mask ?? 0)) this.meet('effects')
    else this.setOrder(key, field, count + 1)
  }

  setSaid(key: number, order: number, effect: number, says: number): void {
    this.setOrder(key, this.ofOrder(order).says[effect], says)
  }

  markInbox(key: number, order: number, inbox: number): void {
    this.setOrder(key, this.ofOrder(order).inbox[inbox], 1)
  }

  setAnswered(key: number, order: number, handler: number, outcome: number): void {
    this.setOrder(key, this.ofOrder(order).answered[handler], outcome)
  }

  setCreated(key: number, order: number, handler: number, created: number): void {
    this.setOrder(key, this.ofOrder(order).created[handler], created)
  }

  setViolated(key: number, order: number, invariant: number): void {
    this.ofOrder(order).violated[invariant]?.set(this.words, this.keyBase(key), 1)
  }

  private touch(key: number): void {
    if (!this.touched.includes(key)) this.touched.push(key)
  }

  private setOrder(key: number, field: Field | undefined, value: number): void {
    if (field === undefined) throw new Error('no such field of an order')
    field.set(this.words, this.keyBase(key), value)
    this.touch(key)
  }

  // Steps.

  /**
   * Reports a step at a service. Each follows from the one before it in the same choice. Called as
   * `draft.emit?.(...)`: a search listens to no steps, and then they are not even put together.
   */
  readonly emit: ((kind: StepKind, service: number, about: About) => void) | undefined

  private report(kind: StepKind, service: number, about: About): void {
    const { program, layout } = this
    const seq = layout.header.seq.get(this.words, 0) + 1
    layout.header.seq.set(this.words, 0, program.timed ? seq : 0)
    const step = this.describe(kind, service, about, program.timed ? seq : this.steps.length + 1)
    this.steps.push(step)
    this.lastSeq = step.seq
    const line = about.line ?? about.via
    for (const watcher of this.watchers) this.tell(watcher, step, line)
  }

  private describe(kind: StepKind, service: number, about: About, seq: number): Step {
    const { program } = this
    const key = about.token === undefined ? about.key : this.key(about.token)
    const order = about.token === undefined ? about.order : this.order(about.token)
    const idOf = (index: number | undefined) =>
      index === undefined ? undefined : program.services[index]?.id
    const connection = about.line === undefined ? undefined : program.lines[about.line]?.id
    const from = idOf(about.from)
    const to = idOf(about.to)
    return {
      seq,
      atUs: this.nowUs,
      kind,
      service: idOf(service) ?? '',
      ...(connection !== undefined && { connection }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(about.message !== undefined && { message: about.message }),
      ...(key !== undefined && { key: program.keys[key]?.name ?? '' }),
      ...(key !== undefined && order !== undefined && { order: orderName(program, key, order) }),
      ...(this.lastSeq > 0 && { cause: this.lastSeq }),
      ...(about.detail !== undefined && { detail: about.detail }),
      ...(about.invariant !== undefined && { invariant: about.invariant }),
    }
  }

  /** A fault of the scenario's list counts the steps it waits for, and is due once they are there. */
  private tell(watcher: Watcher, step: Step, line: number | undefined): void {
    if (!watcher.matches(step, line)) return
    for (let t = this.first; t < this.end; t += this.stride) {
      if (this.get(this.fields.place, t) !== watcher.place) continue
      const left = this.get(this.fields.attempt, t)
      if (left === 0) continue
      this.fields.attempt.set(this.words, t, left - 1)
      this.fields.cause.set(this.words, t, step.seq)
      this.fields.due.set(this.words, t, this.nowUs)
    }
  }
}
