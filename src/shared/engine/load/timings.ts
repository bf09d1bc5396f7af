/**
 * How the times after a choice follow from those before it, found out by asking the rules with marked times:
 * a sum of constants and samples, never later than somebody's deadline. The rules stay in one place, and
 * nothing here knows what any of them does.
 *
 * A timeless state stands at nought: its tokens are numbered as they lie, nothing is due, and every moment of
 * sending and every deadline is a mark, too large for any sum of durations, that says whose it is.
 */
import type { Following, Sample, Timing } from '../../base/load-system'
import { sampleUs } from '../delay'
import type { WideField } from '../field'
import { applyTo } from '../machine'
import type { Program } from '../program'
import type { Choice, State } from '../state'
import type { Step } from '../step'
import type { Token } from '../view'
import { type Drawn, LifeDraft } from './life-draft'

/** Larger than any sum of durations that a file can give: a month in microseconds is 2^41.3. */
const MARK_US = 2 ** 43
/** The mark of the first token's moments before the choice; the others' follow it. */
const BEFORE_US = 2 ** 46

export interface Followed {
  readonly next: State
  readonly things: readonly Following[]
  readonly steps: readonly Step[]
}

interface Run {
  readonly words: State
  readonly steps: readonly Step[]
  readonly drawn: readonly Drawn[]
}

/** The same choice taken again and again: as it is, with near deadlines, and with each sample marked. */
interface Runs {
  readonly plain: State
  readonly capped: State
  readonly marked: readonly State[]
  readonly samples: readonly Sample[]
  /** How many tokens there were before. */
  readonly before: number
}

export class Timings {
  private readonly draft: LifeDraft

  constructor(
    private readonly program: Program,
    private readonly seed: number,
  ) {
    this.draft = new LifeDraft(program)
  }

  timeless(state: State): State {
    const { token: fields, header, tokensStart, tokenWords } = this.program.layout
    const words = state.slice() as State
    header.now.set(words, 0, 0)
    header.seq.set(words, 0, 0)
    let count = 0
    for (let t = tokensStart; t < words.length; t += tokenWords) {
      fields.cause.set(words, t, 0)
      fields.due.set(words, t, 0)
      fields.sent.set(words, t, BEFORE_US + count)
      if (fields.deadline.get(words, t) > 0) fields.deadline.set(words, t, BEFORE_US + count)
      count += 1
      fields.serial.set(words, t, count)
    }
    header.serial.set(words, 0, count)
    return words
  }

  /** Takes a choice of a timeless state. */
  follow(state: State, choice: Choice): Followed {
    const { tokensStart, tokenWords } = this.program.layout
    const { words, steps, drawn } = this.run(state, choice)
    const runs: Runs = {
      plain: words,
      capped: this.run(this.withNearDeadlines(state), choice).words,
      marked: drawn.map((_, number) => this.run(state, choice, number).words),
      samples: drawn.map((one) => this.sampleOf(one)),
      before: (state.length - tokensStart) / tokenWords,
    }
    const things: Following[] = []
    for (let t = tokensStart; t < words.length; t += tokenWords)
      things.push(this.following(t, runs))
    return { next: this.timeless(words), things, steps }
  }

  private run(state: State, choice: Choice, marked = -1): Run {
    const { draft } = this
    draft.mark(marked, MARK_US)
    draft.open(state)
    applyTo(draft, choice)
    const words = draft.seal()
    return { words, steps: draft.steps, drawn: [...draft.drawn] }
  }

  /** Every deadline so near that what it bounds is due at it, and each at a moment of its own. */
  private withNearDeadlines(state: State): State {
    const { token: fields, tokensStart, tokenWords } = this.program.layout
    const words = state.slice() as State
    for (let t = tokensStart, near = 1; t < words.length; t += tokenWords, near += 1)
      if (fields.deadline.get(words, t) > 0) fields.deadline.set(words, t, near)
    return words
  }

  private following(token: Token, runs: Runs): Following {
    const { serial, sent, due, deadline } = this.program.layout.token
    const number = serial.get(runs.plain, token) - 1
    const isNew = number >= runs.before
    const isUntouched = sent.get(runs.plain, token) >= BEFORE_US
    if (isNew && isUntouched) throw new Error('a copy of what is under way: only a fault makes one')
    const deadlineUs = deadline.get(runs.plain, token)
    return {
      ...(!isNew && { was: number }),
      ...(!isUntouched && { due: timingOf(due, token, runs) }),
      ...(deadlineUs >= BEFORE_US && { deadlineOf: deadlineUs - BEFORE_US }),
      ...(deadlineUs > 0 &&
        deadlineUs < BEFORE_US && { deadline: timingOf(deadline, token, runs) }),
    }
  }

  private sampleOf({ delay, what, occasion }: Drawn): Sample {
    return { drawUs: (arrival) => sampleUs(delay, this.seed, what, occasion, arrival) }
  }
}

function timingOf(field: WideField, token: Token, runs: Runs): Timing {
  const afterUs = field.get(runs.plain, token)
  const cappedUs = field.get(runs.capped, token)
  return {
    afterUs,
    samples: runs.samples.filter(
      (_, number) => field.get(runs.marked[number] as State, token) > afterUs,
    ),
    ...(cappedUs !== afterUs && { capBy: cappedUs - 1 }),
  }
}
