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
import { type Move, UNCLEAR } from './lesson'
import { numberWordsMax, readNumbers, writeNumbers } from './part-words'
import { type Parts, partsOf } from './parts'
import { RuleBook } from './rule-book'

const NONE: readonly number[] = []

/** undefined: the program is one part, or a promise of it counts messages everywhere at every step. */
export function parted(program: Program): PackedSystem | undefined {
  const isCounting = program.invariants.some(
    ({ when, condition }) => when === 'always' && condition.countsTokens,
  )
  const parts = isCounting ? undefined : partsOf(program)
  return parts === undefined ? undefined : new Parted(program, parts)
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
  private readonly all: readonly number[]
  private readonly shared: Uint32Array
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
  ) {
    const { header, tokensStart } = program.layout
    this.composition = new Composition(program, parts)
    this.book = new RuleBook(program, parts, this.composition)
    this.promises = program.invariants.length
    this.all = Array.from({ length: parts.count }, (_, part) => part)
    this.sharedWords = tokensStart
    this.shared = new Uint32Array(tokensStart)
    this.numbers = new Int32Array(parts.count)
    this.numbersNext = new Int32Array(parts.count)
    this.next = new Uint32Array(tokensStart + numberWordsMax(parts.count))
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

  open(words: Uint32Array, start: number, _end: number, which: 'natural' | 'faults'): void {
    const { book, choices, numbers, shared, sharedWords } = this
    for (let i = 0; i < sharedWords; i += 1) shared[i] = words[start + i] as number
    readNumbers(words, start + sharedWords, numbers)
    choices.length = 0
    if (which === 'faults' && !this.isFaultLeft()) return
    for (let part = 0; part < numbers.length; part += 1) {
      const moves = book.movesOf(part, numbers[part] as number, which, shared)
      for (let at = 0; at < moves.length; at += 1) choices.push(moves[at] as Move)
    }
  }

  private isFaultLeft(): boolean {
    for (const field of this.budgets) if (field.get(this.shared, 0) > 0) return true
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
    const { book, next, numbers, numbersNext, shared, sharedWords } = this
    const outcome = book.outcomeOf(move, shared)
    for (let i = 0; i < numbers.length; i += 1) numbersNext[i] = numbers[i] as number
    numbersNext[move.part] = outcome.to
    for (const reach of outcome.reaches) {
      const { part } = reach
      const to = book.reachedBy(move, outcome, reach, numbers[part] as number, shared)
      if (to === UNCLEAR) return undefined
      numbersNext[part] = to
    }
    // Numbers for callers are bounded in all.
    if (this.composition.callersMax > this.program.layout.token.own.mask) return undefined
    for (let i = 0; i < sharedWords; i += 1) next[i] = shared[i] as number
    const { changes } = outcome
    for (let at = 0; at < changes.length; at += 3) {
      const word = changes[at] as number
      const kept = (next[word] as number) & (changes[at + 1] as number)
      next[word] = kept | (changes[at + 2] as number)
    }
    this.nextEnd = writeNumbers(next, sharedWords, numbersNext)
    return outcome.touched
  }

  /** Asks the rules of the whole state. */
  private takeAsWhole({ part, choice }: Move): readonly number[] {
    const { composition, draft, numbers, program } = this
    const end = composition.compose(this.all, numbers, this.shared)
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
    this.nextEnd = writeNumbers(next, sharedWords, numbersNext)
  }

  brokenAtRest(): readonly number[] {
    this.broken.length = 0
    if (this.finally.isEmpty) return NONE
    const end = this.composition.compose(this.all, this.numbers, this.shared)
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
    const { composition, sharedWords } = this
    const numbers = new Int32Array(this.all.length)
    readNumbers(words, sharedWords, numbers)
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
