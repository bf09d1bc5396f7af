/**
 * The machine of an untimed program as a packed system: the same rules, applied in buffers that are used
 * again for every state, without steps. Only its states are compared and kept; whoever wants to know what
 * happened runs the choices again.
 */
import type { PackedSystem } from '../base/packed-system'
import type { Allowance } from '../base/word-table'
import { BrokerStops } from './broker-stops'
import { allowanceOf } from './budgets'
import { type Choice, faultOf, indexOf, packChoice, wayOf } from './choice'
import { Concerns, EVERYBODY, NOBODY } from './concerns'
import type { Field } from './field'
import { GoingAlone } from './going-alone'
import { initialState } from './initial'
import { applyTo, offerAll } from './machine'
import { parted } from './parts/parted'
import { LIMITS, type Program } from './program'
import { PromiseMemory } from './promise-memory'
import { PutOff, replicaOf } from './put-off'
import { QuietDraft } from './quiet-draft'
import { type Reductions, Representative } from './representative'
import { SearchOffers } from './search-offers'
import { StandingView } from './standing-view'
import { KeySymmetry } from './symmetry'

/** The packed system of a program that was compiled without time and with budgets. */
export function explorable(program: Program, reductions: Reductions): PackedSystem {
  if (program.timed)
    throw new Error('only a program without time has a state space worth searching')
  const isWhole =
    !reductions.reduction && !(reductions.symmetry && new KeySymmetry(program).isOfUse)
  return (isWhole ? parted(program) : undefined) ?? new Explorable(program, reductions)
}

class Explorable implements PackedSystem {
  readonly initial: Uint32Array
  readonly allowance: Allowance | undefined
  readonly promises: number
  readonly choices: SearchOffers
  readonly broken: number[] = []
  private readonly standing: StandingView
  private readonly draft: QuietDraft
  private readonly always: PromiseMemory
  private readonly counting: PromiseMemory
  private readonly finally: PromiseMemory

  private readonly representative: Representative
  private readonly budgets: readonly Field[]
  private readonly putOff: PutOff | undefined
  private readonly going: GoingAlone | undefined

  constructor(
    private readonly program: Program,
    reductions: Reductions,
  ) {
    this.representative = new Representative(program, reductions)
    this.initial = initialState(program)
    this.representative.choose(this.initial, this.initial.length)
    this.allowance = reductions.reduction ? allowanceOf(program.layout) : undefined
    this.promises = program.invariants.length
    this.budgets = Object.values(program.layout.header.budgets).filter(({ bits }) => bits > 0)
    this.standing = new StandingView(program)
    const concerns = reductions.reduction ? new Concerns(program) : undefined
    this.putOff = reductions.reduction ? new PutOff(program, this.standing) : undefined
    const stops = reductions.reduction ? new BrokerStops(program) : undefined
    this.choices = new SearchOffers(this.standing, concerns, this.putOff, stops)
    this.draft = new QuietDraft(program, concerns)
    this.going = reductions.reduction ? new GoingAlone(program, this.draft) : undefined
    const numbersOf = (when: 'always' | 'finally', countsTokens?: boolean) =>
      program.invariants.flatMap((one, number) =>
        one.when === when &&
        one.condition.countsTokens === (countsTokens ?? one.condition.countsTokens)
          ? [number]
          : [],
      )
    this.always = new PromiseMemory(program, numbersOf('always', false))
    this.counting = new PromiseMemory(program, numbersOf('always', true))
    this.finally = new PromiseMemory(program, numbersOf('finally'))
  }

  open(
    words: Uint32Array,
    start: number,
    end: number,
    which: 'natural' | 'faults',
    lately = EVERYBODY,
  ): void {
    this.choices.start(which, lately)
    if (which === 'faults' && !this.isFaultLeft(words, start)) return
    this.standing.load(words, start, end)
    this.putOff?.startOver()
    offerAll(this.standing, this.choices)
    this.choices.end()
  }

  /** Seen at once, without looking at what the faults could happen to. */
  private isFaultLeft(words: Uint32Array, start: number): boolean {
    for (const field of this.budgets) if (field.get(words, start) > 0) return true
    return false
  }

  brokenAtRest(): readonly number[] {
    this.broken.length = 0
    if (!this.finally.isEmpty)
      for (let key = 0; key < this.program.keys.length; key += 1)
        this.note(this.finally.brokenFor(this.standing, this.standing.buffer, key))
    return this.broken
  }

  take(choice: Choice): void {
    const { draft } = this
    draft.load(this.standing.buffer, this.standing.last)
    draft.concerned = NOBODY
    const before = this.before(choice)
    for (const step of before) applyTo(draft, step)
    applyTo(draft, before.length > 0 ? withoutSelection(choice) : choice)
    draft.finish()
    this.noteBroken()
    this.representative.choose(draft.buffer, draft.length)
  }

  /** What was put off until right before this choice, in the state that is stood at. */
  private before(choice: Choice): readonly Choice[] {
    const fault = faultOf(choice)
    if (this.putOff === undefined || (fault !== 'crash' && fault !== 'stop-broker')) return NONE
    return this.putOff.before(indexOf(choice), wayOf(choice))
  }

  get concerned(): number {
    return this.going === undefined ? EVERYBODY : this.draft.concerned
  }

  get mayGoOn(): boolean {
    return this.going !== undefined
  }

  goOn(): boolean {
    const { draft, going } = this
    if (going === undefined || !going.step()) return false
    this.noteBroken()
    if (this.broken.length > 0 || draft.limit > 0) {
      // Somebody does notice it after all.
      going.back()
      this.broken.length = 0
      return false
    }
    this.representative.choose(draft.buffer, draft.length)
    return true
  }

  passed(from: Uint32Array, to: Uint32Array): readonly Uint32Array[] {
    for (const which of ['natural', 'faults'] as const) {
      this.open(from, 0, from.length, which)
      for (let at = 0; at < this.choices.length; at += 1) {
        const passed = this.passedTo(this.choices.at(at), to)
        if (passed !== undefined) return passed
      }
    }
    throw new Error('a state that follows from none')
  }

  private passedTo(choice: Choice, to: Uint32Array): readonly Uint32Array[] | undefined {
    const passed = this.passedBefore(choice)
    this.take(choice)
    for (;;) {
      const next = this.next.slice(0, this.nextEnd)
      if (isSame(next, to)) return passed
      // Round in a circle: this is not the way.
      if (passed.some((one) => isSame(one, next))) return undefined
      passed.push(next)
      if (!this.goOn()) return undefined
    }
  }

  private passedBefore(choice: Choice): Uint32Array[] {
    const { draft } = this
    const steps = this.before(choice)
    return steps.map((_, last) => {
      draft.load(this.standing.buffer, this.standing.last)
      for (const step of steps.slice(0, last + 1)) applyTo(draft, step)
      draft.finish()
      this.representative.choose(draft.buffer, draft.length)
      return this.next.slice(0, this.nextEnd)
    })
  }

  /** Before the state is made the representative of its likes: by then nobody knows which key was touched. */
  private noteBroken(): void {
    const { draft } = this
    if (this.broken.length > 0) this.broken.length = 0
    if (!this.always.isEmpty)
      for (const key of draft.touched) this.note(this.always.brokenFor(draft, draft.buffer, key))
    if (!this.counting.isEmpty)
      for (let key = 0; key < this.program.keys.length; key += 1)
        this.note(this.counting.brokenFor(draft, draft.buffer, key))
  }

  get next(): Uint32Array {
    return this.draft.buffer
  }

  get nextEnd(): number {
    return this.draft.length
  }

  get limit(): string | undefined {
    const { limit } = this.draft
    return limit === 0 ? undefined : LIMITS[limit - 1]
  }

  private note(broken: readonly number[]): void {
    for (const number of broken) if (!this.broken.includes(number)) this.broken.push(number)
  }
}

const NONE: readonly Choice[] = []

function withoutSelection(crash: Choice): Choice {
  return packChoice(faultOf(crash), indexOf(crash), replicaOf(wayOf(crash)))
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index])
}
