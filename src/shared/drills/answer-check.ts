/** Typed answers: whether what was put in order, chosen, matched, filled in or typed is right. A text the user compares. */
import type { GivenAnswer } from './answer'
import { rightPacket } from './packet-question'
import type { Question } from './question'
import { type RequestQuestion, requestFaults } from './request-question'
import { failed, passed, skipped, type Verdict } from './result'
import { cellsOf, rightOption } from './table-question'

export function checkAnswer(question: Question, given: GivenAnswer | undefined): Verdict {
  if (given === undefined) return failed({ why: 'notAnswered' })
  if ('sample' in question) return compared(given)
  if ('order' in question) {
    const texts = new Map(question.order.map(({ id, text }) => [id, JSON.stringify(text)]))
    const chosen = Array.isArray(given) ? given : []
    const right = [...texts.values()].filter((text, at) => texts.get(chosen[at] ?? '') === text)
    // The same one twice is not two that read alike.
    const isEachOnce = new Set(chosen).size === chosen.length
    return scored(isEachOnce ? right.length : 0, texts.size)
  }
  if ('choose' in question) {
    const chosen = new Set(Array.isArray(given) ? given : [])
    const right = question.choose.filter((one) => chosen.has(one.id) === one.right)
    return scored(right.length, question.choose.length)
  }
  if ('packet' in question) {
    const [chosen] = Array.isArray(given) && given.length === 1 ? given : []
    return scored(chosen !== undefined && chosen === rightPacket(question.packet) ? 1 : 0, 1)
  }
  if ('request' in question) return typed(question.request, given)
  const pairs: Readonly<Record<string, string>> = 'pairs' in given ? given.pairs : {}
  if ('table' in question) {
    const cells = cellsOf(question.table)
    const right = cells.filter((cell) => pairs[cell.id] === rightOption(cell))
    return scored(right.length, cells.length)
  }
  const right = question.match.filter((one) => pairs[one.id] === one.with)
  return scored(right.length, question.match.length)
}

function scored(right: number, of: number): Verdict {
  return right === of ? passed() : failed({ why: 'wrongAnswer', right, of })
}

function typed(asked: RequestQuestion, given: GivenAnswer): Verdict {
  if (!('text' in given) || given.text.trim() === '') return failed({ why: 'notAnswered' })
  const faults = requestFaults(asked, given.text)
  return faults.length === 0 ? passed() : failed({ why: 'badRequest', faults })
}

/** Only the user can say; until then nobody has. */
function compared(given: GivenAnswer): Verdict {
  if (!('text' in given) || given.text.trim() === '') return failed({ why: 'notAnswered' })
  if (given.mark === undefined) return skipped({ why: 'compare' })
  return given.mark === 'right' ? passed() : failed({ why: 'wrongAnswer', right: 0, of: 1 })
}
