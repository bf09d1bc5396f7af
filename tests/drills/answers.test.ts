import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GivenAnswer } from '../../src/shared/drills/answer'
import { checkAnswer } from '../../src/shared/drills/answer-check'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { packetOptions } from '../../src/shared/drills/packet-question'
import type { Question } from '../../src/shared/drills/question'
import { cellsOf } from '../../src/shared/drills/table-question'
import { DRILL_IDS, drill } from '../support/drills'

const asked = DRILL_IDS.flatMap((id) => {
  const of = drill(id)
  const { answers = {} } = modelAnswer(of)
  return of.checks.flatMap((check) => {
    const right = answers[check.id]
    return 'answer' in check && right !== undefined
      ? [{ name: `${id} ${check.id}`, question: check.answer, right }]
      : []
  })
})

/** Every answer that is wrong in one place. */
function wrongOnes(question: Question, right: GivenAnswer): readonly GivenAnswer[] {
  if ('sample' in question) return [{ text: 'Mine', mark: 'partly' }]
  if ('order' in question) {
    const ids = question.order.map(({ id }) => id)
    const texts = question.order.map(({ text }) => JSON.stringify(text))
    return ids.slice(1).flatMap((id, at) => {
      // Two that read alike may change places.
      if (texts[at] === texts[at + 1]) return []
      const swapped = [...ids]
      swapped.splice(at, 2, id, ids[at] as string)
      return [swapped]
    })
  }
  if ('choose' in question) {
    const chosen = Array.isArray(right) ? right : []
    return question.choose.map(({ id }) =>
      chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id],
    )
  }
  if ('packet' in question)
    return packetOptions(question.packet)
      .filter(({ id }) => !(Array.isArray(right) && right.includes(id)))
      .map(({ id }) => [id])
  if ('request' in question) {
    const { sample } = question.request
    return [sample.replace('Host', 'Hots'), sample.replace('\n\n', '\n')].map((text) => ({ text }))
  }
  const pairs = 'pairs' in right ? right.pairs : {}
  if ('table' in question)
    return cellsOf(question.table).flatMap(({ id, options }) =>
      options
        .filter((option) => option.id !== pairs[id])
        .map((option) => ({ pairs: { ...pairs, [id]: option.id } })),
    )
  return question.match.flatMap((item) =>
    question.to
      .filter(({ id }) => id !== item.with)
      .map(({ id }) => ({ pairs: { ...pairs, [item.id]: id } })),
  )
}

test.each(asked)('$name: right is right, and one slip is not', ({ question, right }) => {
  expect(checkAnswer(question, right).status).toBe('passed')
  expect(checkAnswer(question, undefined)).toMatchObject({ why: { why: 'notAnswered' } })
  const wrong = wrongOnes(question, right)
  expect(wrong.length).toBeGreaterThan(0)
  for (const one of wrong) expect(checkAnswer(question, one).status).toBe('failed')
})

test('a text that nobody has compared is undecided', () => {
  const question: Question = { ask: 'Why?', sample: 'Because.' }
  expect(checkAnswer(question, { text: 'Since.' }).status).toBe('skipped')
  expect(checkAnswer(question, { text: ' ', mark: 'right' }).status).toBe('failed')
})

test('whatever is given in whatever form is judged, never thrown at', () => {
  const given: fc.Arbitrary<GivenAnswer> = fc.oneof(
    fc.array(fc.string()),
    fc.record({ text: fc.string(), mark: fc.constantFrom('right', 'partly', 'wrong') }),
    fc.record({ pairs: fc.dictionary(fc.string(), fc.string()) }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...asked), given, ({ question }, one) => {
      expect(['passed', 'failed', 'skipped']).toContain(checkAnswer(question, one).status)
    }),
  )
})
