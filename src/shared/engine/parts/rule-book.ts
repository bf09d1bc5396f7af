/**
 * Runs the rules on single parts and keeps what came of it. There is no second copy of any rule: what is not
 * known yet is asked of the one set there is, on a state that holds this part alone.
 *
 * 1. What a choice does to its own part depends on that part and on the shared bits that were read.
 * 2. What it does to another part depends on these and on that part: it is run on the two together, and must
 *    do to all else what it did without that part. Otherwise it is unclear.
 */

import { type Choice, faultOf, indexOf } from '../choice'
import { EVERYBODY } from '../concerns'
import { applyTo, offerStops, offerTokens } from '../machine'
import type { Program, ServiceProgram } from '../program'
import { QuietDraft } from '../quiet-draft'
import { SearchOffers } from '../search-offers'
import { StandingView } from '../standing-view'
import type { Composition } from './composition'
import {
  holding,
  type Move,
  type Offered,
  type Outcome,
  type Reach,
  type Triples,
  UNCLEAR,
} from './lesson'
import type { NumberWords } from './number-words'
import type { Parts } from './parts'
import { SharedWatch, watchedProgram } from './watched-program'

/** More is not kept: from there on the rules are run each time. */
const LESSONS_MAX = 200_000
/** About what one takes, in bytes. */
const LESSON_BYTES = 250

type Which = 'natural' | 'faults'

/** By part and content. */
type Shelf = readonly Offered[][][]

export class RuleBook {
  private lessons = 0
  private readonly natural: Shelf
  private readonly faults: Shelf
  private readonly watch: SharedWatch
  private readonly view: StandingView
  private readonly offers: SearchOffers
  private readonly draft: QuietDraft
  private readonly services: readonly (readonly ServiceProgram[])[]

  constructor(
    program: Program,
    private readonly parts: Parts,
    private readonly composition: Composition,
    private readonly numberWords: NumberWords,
  ) {
    this.watch = new SharedWatch(program.layout.tokensStart)
    const watched = watchedProgram(program, this.watch)
    this.view = new StandingView(watched)
    this.offers = new SearchOffers(this.view, undefined, undefined, undefined)
    this.draft = new QuietDraft(watched, undefined)
    this.natural = composition.contents.map(() => [])
    this.faults = composition.contents.map(() => [])
    this.services = composition.contents.map((_, part) =>
      program.services.filter(({ index }) => parts.ofService[index] === part),
    )
  }

  get bytes(): number {
    return this.lessons * LESSON_BYTES
  }

  /** What this part offers where it has this content. */
  movesOf(part: number, content: number, which: Which, shared: Uint32Array): readonly Move[] {
    const known = (which === 'natural' ? this.natural : this.faults)[part] as Offered[][]
    const here = known[content]
    const lesson = here === undefined ? undefined : holding(here, shared)
    if (lesson !== undefined) return lesson.moves
    const learned = this.offered(part, content, which, shared, here)
    if (this.lessons >= LESSONS_MAX) return learned.moves
    this.lessons += 1 + learned.moves.length
    // Numbers are given in order, but not looked at in order: no holes.
    for (let at = known.length; at <= content; at += 1) known.push([])
    known[content]?.push(learned)
    return learned.moves
  }

  /** What comes of a move. */
  outcomeOf(move: Move, shared: Uint32Array): Outcome {
    const known = holding(move.outcomes, shared)
    if (known !== undefined) return known
    const learned = this.taken(move, shared)
    if (this.lessons < LESSONS_MAX) {
      this.lessons += 1 + learned.reaches.length
      move.outcomes.push(learned)
    }
    return learned
  }

  /** What the content of another part becomes; UNCLEAR where that cannot be said of it alone. */
  reachedBy(
    move: Move,
    outcome: Outcome,
    reach: Reach,
    content: number,
    shared: Uint32Array,
  ): number {
    const known = reach.to[content] ?? 0
    if (known !== 0) return known === UNCLEAR ? UNCLEAR : known - 1
    const learned = this.takenWith(move, outcome, reach.part, content, shared)
    if (this.lessons < LESSONS_MAX) {
      this.lessons += 0.1
      for (let at = reach.to.length; at <= content; at += 1) reach.to.push(0)
      reach.to[content] = learned === UNCLEAR ? UNCLEAR : learned + 1
    }
    return learned
  }

  private offered(
    part: number,
    content: number,
    which: Which,
    shared: Uint32Array,
    before: readonly Offered[] | undefined,
  ): Offered {
    const { composition, offers, view, watch } = this
    const end = composition.compose([part], [content], shared)
    view.load(composition.buffer, 0, end)
    offers.start(which, EVERYBODY)
    watch.begin()
    offerTokens(view, offers)
    for (const service of this.services[part] ?? []) offerStops(view, service, offers)
    const conditions = watch.conditions(shared)
    const moves = Array.from({ length: offers.length }, (_, at) => {
      const choice = offers.at(at)
      return moveIn(before, choice) ?? { part, from: content, choice, outcomes: [] }
    })
    return { conditions, moves }
  }

  private taken(move: Move, shared: Uint32Array): Outcome {
    const { draft, watch, parts } = this
    this.run([move.part], [move.from], move.choice, shared)
    const conditions = watch.conditions(shared)
    const changes = watch.changes(draft.buffer)
    const touched = [...draft.touched]
    const fault = faultOf(move.choice)
    const isStop = fault === 'crash' || fault === 'stop-broker'
    const reached = new Set(isStop ? parts.ofStop[indexOf(move.choice)] : [])
    for (let t = draft.first; t < draft.last; t += draft.stride)
      reached.add(parts.ofPlace[draft.placeNumber(t)] as number)
    reached.delete(move.part)
    const reaches = [...reached].map((part) => ({ part, alone: this.contentIn(part), to: [] }))
    const to = this.contentIn(move.part)
    const own = this.numberWords.isNarrow(to) ? this.numberWords.patch(move.part, to) : []
    const patches = [...changes, ...own]
    return { conditions, changes, patches, to, reaches, touched }
  }

  private takenWith(
    move: Move,
    outcome: Outcome,
    part: number,
    content: number,
    shared: Uint32Array,
  ): number {
    this.run([move.part, part], [move.from, content], move.choice, shared)
    const { draft, watch } = this
    const isSame =
      areSame(watch.conditions(shared), outcome.conditions) &&
      areSame(watch.changes(draft.buffer), outcome.changes) &&
      this.contentIn(move.part) === outcome.to &&
      this.isAllElseAlone(move.part, part, outcome)
    return isSame ? this.contentIn(part) : UNCLEAR
  }

  /** Whether parts other than these two have in the draft what they got without the second. */
  private isAllElseAlone(one: number, other: number, { reaches }: Outcome): boolean {
    const { draft, parts } = this
    for (let t = draft.first; t < draft.last; t += draft.stride) {
      const part = parts.ofPlace[draft.placeNumber(t)] as number
      if (part !== one && !reaches.some((reach) => reach.part === part)) return false
    }
    return reaches.every(({ part, alone }) => part === other || this.contentIn(part) === alone)
  }

  private contentIn(part: number): number {
    return this.composition.contentIn(this.draft, this.draft.buffer, part)
  }

  private run(
    parts: readonly number[],
    contents: readonly number[],
    choice: Choice,
    shared: Uint32Array,
  ): void {
    const { composition, draft, watch } = this
    const end = composition.compose(parts, contents, shared)
    draft.load(composition.buffer, end)
    watch.begin()
    applyTo(draft, choice)
    draft.finish()
  }
}

function areSame(a: Triples, b: Triples): boolean {
  return a.length === b.length && a.every((number, at) => number === b[at])
}

function moveIn(lessons: readonly Offered[] | undefined, choice: Choice): Move | undefined {
  for (const { moves } of lessons ?? []) {
    const move = moves.find((one) => one.choice === choice)
    if (move !== undefined) return move
  }
  return undefined
}
