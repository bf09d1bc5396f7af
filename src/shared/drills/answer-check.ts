/** Typed answers: whether what was put in order, chosen or matched is right. A text the user compares. */
import type { GivenAnswer } from './answer'
import type { Question } from './question'
import { failed, passed, skipped, type Verdict } from './result'

export function checkAnswer(question: Question, given: GivenAnswer | undefined): Verdict {
  if (given === undefined) return failed({ why: 'notAnswered' })
  if ('sample' in question) return compared(given)
  if ('order' in question) {
    const ids = question.order.map(({ id }) => id)
    const chosen = Array.isArray(given) ? given : []
    return scored(ids.filter((id, at) => chosen[at] === id).length, ids.length)
  }
  if ('choose' in question) {
    const chosen = new Set(Array.isArray(given) ? given : [])
    const right = question.choose.filter((one) => chosen.has(one.id) === one.right)
    return scored(right.length, question.choose.length)
  }
  const pairs: Readonly<Record<string, string>> = 'pairs' in given ? given.pairs : {}
  const right = question.match.filter((one) => pairs[one.id] === one.with)
  return scored(right.length, question.match.length)
}

function scored(right: number, of: number): Verdict {
  return right === of ? passed() : failed({ why: 'wrongAnswer', right, of })
}

/** Only the user can say; until then nobody has. */
function compared(given: GivenAnswer): Verdict {
  if (!('text' in given) || given.text.trim() === '') return failed({ why: 'notAnswered' })
  if (given.mark === undefined) return skipped({ why: 'compare' })
  return given.mark === 'right' ? passed() : failed({ why: 'wrongAnswer', right: 0, of: 1 })
}
