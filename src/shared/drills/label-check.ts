/** Which label a board has: by the rules of its style, by a run of it, or by a search; and whether it was given. */
import type { ExploreProgress } from '../drivers/explore'
import type { Style } from '../review/packs'
import { isOfStyle, judgedByStyle } from '../review/style'
import type { Scenario } from '../scenario/scenario'
import type { GivenAnswer } from './answer'
import { Cast } from './cast'
import type { Check } from './check'
import type { Drill } from './drill'
import { isDecided, type Label, type Matched } from './label'
import { inPlainWords } from './plain-words'
import type { Question } from './question'
import { failed, type LabelEvidence, passed, type RunEvidence, type Verdict } from './result'
import { checkRun } from './run-check'
import { Searches } from './searches'

export type LabelQuestion = Extract<Question, { readonly match: unknown }>

/** Whether boards decide what is right, and not the drill's own word. */
export function isByBoards(question: Question): question is LabelQuestion {
  return 'match' in question && question.to.some(isDecided)
}

/** Each thing counts by the label that its board has, whatever the file says that goes with it. */
export function* checkLabels(
  drill: Drill,
  question: LabelQuestion,
  given: GivenAnswer | undefined,
  nowSeconds: () => number,
): Generator<ExploreProgress, Verdict> {
  if (given === undefined) return failed({ why: 'notAnswered' })
  const pairs: Readonly<Record<string, string>> = 'pairs' in given ? given.pairs : {}
  const wrong: LabelEvidence[] = []
  for (const item of question.match) {
    const { label, run } = yield* labelOf(drill, question, item, nowSeconds)
    const chosen = question.to.find(({ id }) => id === pairs[item.id])
    if (chosen !== undefined && chosen.id === label?.id) continue
    wrong.push({ ...against(drill, item, chosen), ...(run && { run }) })
  }
  if (wrong.length === 0) return passed()
  const of = question.match.length
  const names = new Map(question.match.map(({ id, text }) => [id, text]))
  const items = wrong.flatMap(({ item }) => names.get(item) ?? [])
  const why = { why: 'wrongLabels', right: of - wrong.length, of, items } as const
  return { ...failed(why), labels: wrong }
}

interface Decided {
  /** undefined: the boards say that none is right, or several. */
  readonly label: Label | undefined
  readonly run?: RunEvidence | undefined
}

/** The only label that the board bears out; where it bears out none, the one that it has no say in. */
export function* labelOf(
  drill: Drill,
  { to }: LabelQuestion,
  item: Matched,
  nowSeconds: () => number,
): Generator<ExploreProgress, Decided> {
  const board = drill.boards?.[item.board ?? '']
  if (board === undefined) return { label: to.find(({ id }) => id === item.with) }
  const trial = new Trial(drill, board, item, nowSeconds)
  const fitting: Label[] = []
  for (const label of to) {
    if (isDecided(label) && (yield* trial.bearsOut(label))) fitting.push(label)
  }
  const rest = to.filter((label) => !isDecided(label))
  const found = fitting.length > 0 ? fitting : rest
  return { label: found.length === 1 ? found[0] : undefined, run: trial.run }
}

class Trial {
  /** What was run, or the run that breaks what was searched for. */
  run: RunEvidence | undefined
  private searched: Verdict | undefined

  constructor(
    private readonly drill: Drill,
    private readonly board: Scenario,
    private readonly item: Matched,
    private readonly nowSeconds: () => number,
  ) {}

  *bearsOut({ styles, expect, holds }: Label): Generator<ExploreProgress, boolean> {
    if (styles?.every((style) => !isOfStyle(this.board, style))) return false
    if (expect !== undefined && !this.isExpected(expect)) return false
    if (holds === undefined) return true
    const { status } = yield* this.searching()
    return status === (holds ? 'passed' : 'failed')
  }

  private isExpected(expect: readonly string[]): boolean {
    const cast = new Cast(this.board, this.drill)
    const check = { ...this.item.run, expect: [...expect] }
    const verdict = checkRun(cast, inPlainWords(cast), check, this.item.text)
    // The run of what is so is the one to watch: in it nothing is broken.
    if (this.run === undefined || verdict.status === 'passed') this.run = verdict.run
    return verdict.status === 'passed'
  }

  private *searching(): Generator<ExploreProgress, Verdict> {
    const { id, text, explore } = this.item
    if (this.searched !== undefined || explore === undefined)
      return this.searched ?? failed({ why: 'notAnswered' })
    const cast = new Cast(this.board, this.drill)
    const check: Check = { id, title: text, pass: text, fail: text, explore }
    const searches = new Searches(cast, inPlainWords(cast), [check], this.nowSeconds)
    this.searched = yield* searches.verdict(id)
    this.run = this.searched.run
    return this.searched
  }
}

/** What there is to say against the label that was given. */
function against(drill: Drill, item: Matched, chosen: Label | undefined): LabelEvidence {
  const board = drill.boards?.[item.board ?? '']
  const evidence = { item: item.id, given: chosen?.id, findings: [] }
  const [style] = chosen?.styles ?? []
  if (board === undefined || style === undefined) return evidence
  // Of several styles the one that is drawn is the one that was meant.
  const meant = chosen?.styles?.find((one) => judgedByStyle(board, one).isDrawn) ?? style
  return { ...evidence, ...saidBy(board, meant) }
}

function saidBy(board: Scenario, style: Style): Pick<LabelEvidence, 'findings' | 'notDrawn'> {
  const { isDrawn, findings } = judgedByStyle(board, style)
  return isDrawn ? { findings } : { findings: [], notDrawn: style }
}
