/** What a schema cannot say about a question: names that lead nowhere, outcomes that no option stands for. */
import type { Problem } from '../base/problem'
import type { Path } from '../scenario/problem-texts'
import { rightPacket } from './packet-question'
import { drillProblem } from './problem-texts'
import type { Question } from './question'
import { requestFaults } from './request-question'
import { cellsOf, measuredIn, rightOption, type TableQuestion } from './table-question'

type Problems = Generator<Problem, void>

export function* wrongInQuestion(question: Question, path: Path): Problems {
  if ('sample' in question) return
  if ('match' in question) {
    const partners = new Set(question.to.map(({ id }) => id))
    yield* doubles(question.match, [...path, 'match'])
    yield* doubles(question.to, [...path, 'to'])
    for (const [at, one] of question.match.entries())
      if (!partners.has(one.with))
        yield drillProblem('drill/unknown-partner', [...path, 'match', at, 'with'], {
          id: one.with,
        })
  } else if ('request' in question) {
    if (requestFaults(question.request, question.request.sample).length > 0)
      yield drillProblem('drill/bad-sample', [...path, 'request', 'sample'])
  } else if ('packet' in question) {
    const { phase } = question.packet
    if (rightPacket(question.packet) === undefined)
      yield drillProblem('drill/no-such-packet', [...path, 'packet', 'phase'], { phase })
  } else if ('table' in question) yield* wrongInTable(question.table, [...path, 'table'])
  else if ('order' in question) yield* doubles(question.order, [...path, 'order'])
  else yield* doubles(question.choose, [...path, 'choose'])
}

function* doubles(items: readonly { readonly id: string }[], path: Path): Problems {
  const known = new Set<string>()
  for (const [at, { id }] of items.entries()) {
    if (known.has(id)) yield drillProblem('drill/duplicate-id', [...path, at, 'id'], { id })
    known.add(id)
  }
}

function* wrongInTable(table: TableQuestion, path: Path): Problems {
  yield* doubles(table.rows, [...path, 'rows'])
  yield* doubles(table.columns, [...path, 'columns'])
  yield* doubles(table.options ?? [], [...path, 'options'])
  const columns = new Set(table.columns.map(({ id }) => id))
  for (const [at, { cells, options }] of table.rows.entries()) {
    yield* doubles(options ?? [], [...path, 'rows', at, 'options'])
    for (const id of Object.keys(cells))
      if (!columns.has(id))
        yield drillProblem('drill/unknown-column', [...path, 'rows', at, 'cells', id], { id })
  }
  for (const asked of cellsOf(table)) {
    const at = [...path, 'rows', table.rows.indexOf(asked.row), 'cells', asked.column]
    const right = rightOption(asked)
    if (right !== undefined && asked.options.some(({ id }) => id === right)) continue
    yield right === undefined
      ? drillProblem('drill/no-such-outcome', at, { found: String(measuredIn(asked)) })
      : drillProblem('drill/unknown-partner', at, { id: right })
  }
}
