/**
 * A search with nothing left out, of a program that falls into parts. A state is the words that the parts
 * share and a number for each part's content; what may happen and what comes of it is looked up part by part.
 * The states, and what leads from one to another, are those of explorable.ts.
 */
import type { ChoiceBuffer, PackedSystem } from '../../base/packed-system'
import { canonicalOf } from '../canonical'
import { faultOf, indexOf, packChoice, wayOf } from '../choice'
import { EVERYBODY } from '../concerns'
import type { Field } from '../field'
import { initialState } from '../initial'
import { applyTo } from '../machine'
import { LIMITS, type Program } from '../program'
import { PromiseMemory } from '../promise-memory'
import { QuietDraft } from '../quiet-draft'
import { StandingView } from '../standing-view'
import { Composition } from './composition'
import { type Move, type Outcome, type Reach, UNCLEAR } from './lesson'
import { NumberWords } from './number-words'
import { type Parts, partsOf } from './parts'
import { RuleBook } from './rule-book'

const NONE: readonly number[] = []

/**
 * undefined: the program is one part, or a promise of it counts messages everywhere at every step.
 *
 * @param wide see NumberWords.
 */
export function parted(program: Program, wide?: number): PackedSystem | undefined {
  const isCounting = program.invariants.some(
    ({ when, condition }) => when === 'always' && condition.countsTokens,
  )
  const parts = isCounting ? undefined : partsOf(program)
  return parts === undefined ? undefined : new Parted(program, parts, wide)
}

class Parted implements PackedSystem {
  readonly initial: Uint32Array
  readonly allowance = undefined
  readonly promises: number
  readonly concerned = EVERYBODY
  readonly mayGoOn = false
  readonly choices: MoveList
  readonly broken: number[] = []
  readonly next: Uint32Array
  nextEnd = 0
  private readonly composition: Composition
  private readonly book: RuleBook
  private readonly numberWords: NumberWords
  private readonly all: readonly number[]
  /** The state that is stood at, as it is kept. */
  private readonly here: Uint32Array
  private hereEnd = 0
  private areNarrow = true
  private readonly callersMax: number
  private readonly sharedWords: number
  private readonly numbers: Int32Array
  private readonly numbersNext: Int32Array
  private readonly budgets: readonly Field[]
  /** For promises, and for what must be looked at as a whole. */
  private readonly whole: StandingView
  private readonly draft: QuietDraft
  private readonly always: PromiseMemory
  private readonly finally: PromiseMemory

  constructor(
    private readonly program: Program,
    parts: Parts,
    wide: number | undefined,
  ) {
    const { header, tokensStart } = program.layout
    this.composition = new Composition(program, parts)
    this.promises = program.invariants.length
    this.all = Array.from({ length: parts.count }, (_, part) => part)
    this.sharedWords = tokensStart
    this.callersMax = program.layout.token.own.mask
    this.numbers = new Int32Array(parts.count)
    this.numbersNext = new Int32Array(parts.count)
    this.numberWords = new NumberWords(tokensStart, parts.count, wide)
    this.next = new Uint32Array(this.numberWords.endMax)
    this.book = new RuleBook(program, parts, this.composition, this.numberWords)
    this.here = new Uint32Array(this.next.length)
    this.choices = new MoveList()
    this.budgets = Object.values(header.budgets).filter(({ bits }) => bits > 0)
    this.whole = new StandingView(program)
    this.draft = new QuietDraft(program, undefined)
    const numbersOf = (when: 'always' | 'finally') =>
      program.invariants.flatMap((one, number) => (one.when === when ? [number] : []))
    this.always = new PromiseMemory(program, numbersOf('always'))
    this.finally = new PromiseMemory(program, numbersOf('finally'))
    const initial = initialState(program)
    this.draft.load(initial, initial.length)
    this.takeApart()
    this.initial = this.next.slice(0, this.nextEnd)
  }

  get bytes(): number {
    return this.composition.bytes + this.book.bytes
  }

  open(words: Uint32Array, start: number, end: number, which: 'natural' | 'faults'): void {
    const { book, choices, here, numbers, numberWords } = this
    this.hereEnd = end - start
    for (let i = 0; i < end - start; i += 1) here[i] = words[start + i] as number
    numberWords.read(here, numbers)
    this.areNarrow = this.hereEnd === numberWords.narrowEnd
    choices.length = 0
    if (which === 'faults' && !this.isFaultLeft()) return
    for (let part = 0; part < numbers.length; part += 1) {
      const moves = book.movesOf(part, numbers[part] as number, which, here)
      for (let at = 0; at < moves.length; at += 1) choices.push(moves[at] as Move)
    }
  }

  private isFaultLeft(): boolean {
    for (const field of this.budgets) if (field.get(this.here, 0) > 0) return true
    return false
  }

  take(choice: number): void {
    const move = this.choices.moveAt(choice)
    const touched = this.takeByPart(move) ?? this.takeAsWhole(move)
    if (this.broken.length > 0) this.broken.length = 0
    if (this.always.isEmpty || touched.length === 0) return
    this.whole.load(this.next, 0, this.sharedWords)
    for (const key of touched) this.note(this.always.brokenFor(this.whole, this.next, key))
  }

  /** What is known of the parts; undefined where that does not tell what comes of it. */
  private takeByPart(move: Move): readonly number[] | undefined {
    const { book, composition, here, hereEnd, next, numbers, numberWords } = this
    const outcome = book.outcomeOf(move, here)
    const { patches, reaches, touched } = outcome
    for (let i = 0; i < hereEnd; i += 1) next[i] = here[i] as number
    for (let at = 0; at < patches.length; at += 3) {
      const word = patches[at] as number
      const kept = (next[word] as number) & (patches[at + 1] as number)
      next[word] = kept | (patches[at + 2] as number)
    }
    let areNarrow = this.areNarrow && numberWords.isNarrow(outcome.to)
    for (let at = 0; at < reaches.length; at += 1) {
      const reach = reaches[at] as Reach
      const to = book.reachedBy(move, outcome, reach, numbers[reach.part] as number, here)
      if (to === UNCLEAR) return undefined
      this.numbersNext[reach.part] = to
      if (numberWords.isNarrow(to)) numberWords.overwrite(next, reach.part, to)
      else areNarrow = false
    }
    // Numbers for callers are bounded in all.
    if (composition.callersMax > this.callersMax) return undefined
    this.nextEnd = areNarrow ? hereEnd : this.widen(move, outcome)
    return touched
  }

  /** Numbers that are not all narrow are written one by one. Gives the end. */
  private widen({ part }: Move, { to, reaches }: Outcome): number {
    const { numbers, numbersNext } = this
    for (const other of this.all)
      if (!reaches.some((reach) => reach.part === other))
        numbersNext[other] = other === part ? to : (numbers[other] as number)
    return this.numberWords.write(this.next, numbersNext)
  }

  /** Asks the rules of the whole state. */
  private takeAsWhole({ part, choice }: Move): readonly number[] {
    const { composition, draft, numbers, program } = this
    const end = composition.compose(this.all, numbers, this.here)
    draft.load(composition.buffer, end)
    let before = 0
    for (let other = 0; other < part; other += 1)
      before += composition.contents[other]?.wordsOf(numbers[other] as number) ?? 0
    const fault = faultOf(choice)
    const isOfService = fault === 'crash' || fault === 'stop-broker'
    const index = isOfService ? 0 : before / program.layout.tokenWords
    applyTo(draft, packChoice(fault, indexOf(choice) + index, wayOf(choice)))
    draft.finish()
    this.takeApart()
    return draft.touched
  }

  /** Makes `next` of the state in the draft. */
  private takeApart(): void {
    const { composition, draft, next, numbersNext, sharedWords } = this
    for (let i = 0; i < sharedWords; i += 1) next[i] = draft.buffer[i] as number
    for (const part of this.all)
      numbersNext[part] = composition.contentIn(draft, draft.buffer, part)
    this.nextEnd = this.numberWords.write(next, numbersNext)
  }

  brokenAtRest(): readonly number[] {
    this.broken.length = 0
    if (this.finally.isEmpty) return NONE
    const end = this.composition.compose(this.all, this.numbers, this.here)
    this.whole.load(this.composition.buffer, 0, end)
    for (let key = 0; key < this.program.keys.length; key += 1)
      this.note(this.finally.brokenFor(this.whole, this.whole.buffer, key))
    return this.broken
  }

  get limit(): string | undefined {
    const limit = this.program.layout.header.limit.get(this.next, 0)
    return limit === 0 ? undefined : LIMITS[limit - 1]
  }

  goOn(): boolean {
    return false
  }

  passed(): readonly Uint32Array[] {
    return []
  }

  shown(words: Uint32Array): Uint32Array {
    const { composition } = this
    const numbers = new Int32Array(this.all.length)
    this.numberWords.read(words, numbers)
    const end = composition.compose(this.all, numbers, words)
    canonicalOf(this.program.layout).order(composition.buffer, end)
    return composition.buffer.slice(0, end)
  }

  private note(broken: readonly number[]): void {
    for (const number of broken) if (!this.broken.includes(number)) this.broken.push(number)
  }
}

class MoveList implements ChoiceBuffer {
  length = 0
  private readonly moves: Move[] = []

  push(move: Move): void {
    this.moves[this.length] = move
    this.length += 1
  }

  at(index: number): number {
    return index
  }

  moveAt(index: number): Move {
    return this.moves[index] as Move
  }
}
