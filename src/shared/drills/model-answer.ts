/** The answer that a drill itself gives: its board, and of every question what is right. */
import type { Answer, GivenAnswer } from './answer'
import type { Drill } from './drill'
import { rightPacket } from './packet-question'
import type { Question } from './question'
import { cellsOf, rightOption } from './table-question'

export function modelAnswer({ checks, model }: Drill): Answer {
  const answers = checks.flatMap((check) =>
    'answer' in check ? [[check.id, rightAnswer(check.answer)] as const] : [],
  )
  return {
    ...(model.board && { board: model.board }),
    ...(answers.length > 0 && { answers: Object.fromEntries(answers) }),
  }
}

function rightAnswer(question: Question): GivenAnswer {
  if ('order' in question) return question.order.map(({ id }) => id)
  if ('choose' in question) return question.choose.flatMap(({ id, right }) => (right ? [id] : []))
  if ('match' in question)
    return { pairs: Object.fromEntries(question.match.map((one) => [one.id, one.with])) }
  if ('packet' in question) return [rightPacket(question.packet) ?? '']
  if ('request' in question) return { text: question.request.sample }
  if ('table' in question) {
    const right = cellsOf(question.table).map((cell) => [cell.id, rightOption(cell) ?? ''] as const)
    return { pairs: Object.fromEntries(right) }
  }
  const { sample } = question
  return { text: typeof sample === 'string' ? sample : sample.en, mark: 'right' }
}
