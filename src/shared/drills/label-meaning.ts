/** What a schema cannot say about labels that boards decide: boards that are not there, labels that nothing decides. */
import type { Problem } from '../base/problem'
import { isOfStyle } from '../review/style'
import type { Path } from '../scenario/problem-texts'
import { mostSimilar } from '../scenario/similar'
import type { Drill } from './drill'
import { isDecided, type Label, type Matched } from './label'
import type { LabelQuestion } from './label-check'
import { drillProblem } from './problem-texts'
import { expressionFault } from './promise'

type Problems = Generator<Problem, void>

/** Of a question that matches things, boards among them or not. */
export function* wrongInLabels(question: LabelQuestion, path: Path, drill: Drill): Problems {
  const { match, to } = question
  const boards = drill.boards ?? {}
  for (const [at, item] of match.entries()) {
    const { board } = item
    const place = [...path, 'match', at]
    if (board !== undefined && boards[board] === undefined) {
      const suggestion = mostSimilar(board, Object.keys(boards))
      yield drillProblem('drill/unknown-board', [...place, 'board'], { id: board }, suggestion)
    } else yield* wrongInItem(question, item, place, drill)
  }
  for (const [at, label] of to.entries())
    for (const [index, expression] of (label.expect ?? []).entries()) {
      const reason = expressionFault(expression)
      const place = [...path, 'to', at, 'expect', index]
      if (reason !== undefined) yield drillProblem('drill/bad-expression', place, { reason })
    }
  const rest = to.filter((label) => !isDecided(label))
  if (to.some(isDecided) && rest.length > 1)
    yield drillProblem('drill/two-rests', [...path, 'to'], { id: rest[1]?.id ?? '' })
}

function* wrongInItem({ to }: LabelQuestion, item: Matched, path: Path, drill: Drill): Problems {
  const needs = (has: (label: Label) => boolean) => to.some(has)
  if (needs(isDecided) && item.board === undefined)
    yield drillProblem('drill/no-board', path, { id: item.id })
  if (needs(({ expect }) => expect !== undefined) && item.run === undefined)
    yield drillProblem('drill/no-run', path, { id: item.id })
  if (needs(({ holds }) => holds !== undefined) && item.explore === undefined)
    yield drillProblem('drill/no-search', path, { id: item.id })
  const { explore } = item
  if (explore !== undefined) {
    const promises = [explore.always, explore.finally].flatMap((one) => one ?? [])
    if (promises.length !== 1) yield drillProblem('drill/one-promise', [...path, 'explore'])
    const reason = expressionFault(promises[0] ?? 'true')
    if (reason !== undefined)
      yield drillProblem('drill/bad-expression', [...path, 'explore'], { reason })
  }
  const board = drill.boards?.[item.board ?? '']
  if (board === undefined) return
  // By rules alone it is known at once, without a run, whether the file is right.
  if (to.some(({ expect, holds }) => expect !== undefined || holds !== undefined)) return
  const fitting = to.filter(({ styles }) => styles?.some((style) => isOfStyle(board, style)))
  const right = fitting.length > 0 ? fitting : to.filter((label) => !isDecided(label))
  if (needs(isDecided) && (right.length !== 1 || right[0]?.id !== item.with)) {
    const found = right.map(({ id }) => id).join(', ') || '-'
    yield drillProblem('drill/other-label', [...path, 'with'], { id: item.with, found })
  }
}
