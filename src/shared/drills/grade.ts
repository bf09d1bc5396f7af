/**
 * Grading: every check of a drill over an answer. The answer is run, searched and reviewed by the same rules
 * that everything else runs by; this only asks them.
 */
import type { ExploreProgress } from '../drivers/explore'
import type { Answer } from './answer'
import { checkAnswer } from './answer-check'
import { Cast } from './cast'
import { type Check, checkKind } from './check'
import { checkDrawing } from './drawing-check'
import type { Drill } from './drill'
import { checkLabels, isByBoards } from './label-check'
import { inPlainWords, type PlainBoard } from './plain-words'
import { type CheckResult, failed, type Grade, skipped, type Verdict } from './result'
import { checkReview } from './review-check'
import { checkRun } from './run-check'
import { Searches } from './searches'
import { checkWire } from './wire-check'

export interface GradeProgress {
  /** The check at hand. */
  readonly check: string
  readonly done: number
  readonly of: number
  readonly search?: ExploreProgress
}

export interface GradeOptions {
  /** Seconds from any beginning; never goes back. */
  readonly nowSeconds: () => number
}

/** Yields how far it is. Who stops asking has stopped it. */
export function* grading(
  drill: Drill,
  answer: Answer,
  { nowSeconds }: GradeOptions,
): Generator<GradeProgress, Grade> {
  const judge = new Judge(drill, answer, nowSeconds)
  const checks: CheckResult[] = []
  for (const check of drill.checks) {
    const at = { check: check.id, done: checks.length, of: drill.checks.length }
    yield at
    const needed = unmetNeeds(check, checks)
    const verdict =
      needed.length > 0
        ? skipped({ why: 'needs', checks: needed })
        : yield* withProgress(judge.verdict(check), at)
    checks.push(resultOf(check, verdict))
  }
  return gradeOf(drill, answer, checks)
}

/** The grade, without a look at how far it is. */
export function grade(drill: Drill, answer: Answer, options: GradeOptions): Grade {
  const running = grading(drill, answer, options)
  for (;;) {
    const { done, value } = running.next()
    if (done) return value
  }
}

class Judge {
  private readonly cast: Cast | undefined
  private readonly plain: PlainBoard | undefined
  private readonly searches: Searches | undefined

  constructor(
    private readonly drill: Drill,
    private readonly answer: Answer,
    private readonly nowSeconds: () => number,
  ) {
    const { board } = answer
    if (board === undefined || board.services.length === 0) return
    this.cast = new Cast(board, drill)
    this.plain = inPlainWords(this.cast)
    // From here on the board speaks plainly: roles do not change by it.
    this.searches = new Searches(this.cast, this.plain, drill.checks, nowSeconds)
  }

  *verdict(check: Check): Generator<ExploreProgress, Verdict> {
    if ('answer' in check) {
      const given = this.answer.answers?.[check.id]
      const { answer: question } = check
      return isByBoards(question)
        ? yield* checkLabels(this.drill, question, given, this.nowSeconds)
        : checkAnswer(question, given)
    }
    const { cast, plain, searches } = this
    if (!cast || !plain || !searches) return failed({ why: 'emptyBoard' })
    if ('drawing' in check) return checkDrawing(cast, check.drawing)
    if ('wire' in check) return checkWire(cast, check.wire)
    if ('run' in check) return checkRun(cast, plain, check.run, check.title)
    if ('explore' in check) return yield* searches.verdict(check.id)
    return checkReview(plain, check.review)
  }
}

function* withProgress(
  running: Generator<ExploreProgress, Verdict>,
  at: GradeProgress,
): Generator<GradeProgress, Verdict> {
  for (;;) {
    const { done, value } = running.next()
    if (done) return value
    yield { ...at, search: value }
  }
}

/** What it needs and has not passed: itself, or through what was skipped for the same reason. */
function unmetNeeds({ needs = [] }: Check, before: readonly CheckResult[]): readonly string[] {
  return needs.filter((id) => before.find((one) => one.id === id)?.status !== 'passed')
}

function resultOf(check: Check, verdict: Verdict): CheckResult {
  const { id, title, weight = 1, pass, fail } = check
  const message = verdict.status === 'passed' ? pass : fail
  return { id, kind: checkKind(check), title, message, weight, ...verdict }
}

function gradeOf(drill: Drill, { hints = 0 }: Answer, checks: readonly CheckResult[]): Grade {
  const sum = (some: readonly CheckResult[]) => some.reduce((all, { weight }) => all + weight, 0)
  const all = sum(checks)
  const right = sum(checks.filter(({ status }) => status === 'passed'))
  const costs = (drill.hints ?? []).slice(0, hints).reduce((cost, hint) => cost + hint.cost, 0)
  const score = Math.max(0, (all === 0 ? 0 : right / all) - costs)
  return {
    drill: drill.id,
    score: Math.round(score * 1_000) / 1_000,
    passed: checks.every(({ status }) => status === 'passed'),
    hints,
    checks,
  }
}
