/** Questions over pictures: what is right follows from the board, by its rules, a run or a search. */
import { describe, expect, test } from 'vitest'
import type { Check } from '../../src/shared/drills/check'
import type { Drill } from '../../src/shared/drills/drill'
import { isByBoards, type LabelQuestion, labelOf } from '../../src/shared/drills/label-check'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { reportHtml, reportMarkdown } from '../../src/shared/drills/report'
import { newSession } from '../../src/shared/drills/session'
import { whySentence } from '../../src/shared/drills/why-words'
import { DRILL_IDS, drill, failedIds, gradeOf, inRussian } from '../support/drills'

const asked = DRILL_IDS.flatMap((id) => {
  const of = drill(id)
  return of.checks.flatMap((check) =>
    'answer' in check && isByBoards(check.answer)
      ? [{ id, check: check.id, of, question: check.answer }]
      : [],
  )
})

function decided(of: Drill, question: LabelQuestion): Record<string, string | undefined> {
  const labels = question.match.map((item) => {
    const running = labelOf(of, question, item, () => 0)
    for (;;) {
      const { done, value } = running.next()
      if (done) return [item.id, value.label?.id] as const
    }
  })
  return Object.fromEntries(labels)
}

const redrawn = (of: Drill): Drill => ({
  ...of,
  boards: Object.fromEntries(
    Object.entries(of.boards ?? {}).map(([id, board]) => [id, inRussian(board)]),
  ),
})

describe.each(asked)('$id $check', ({ check, of, question }) => {
  const right = Object.fromEntries(question.match.map((item) => [item.id, item.with]))

  test('the boards say what the file says, drawn by somebody else too', () => {
    expect(decided(of, question)).toEqual(right)
    expect(decided(redrawn(of), question)).toEqual(right)
  })

  test('each wrong label fails this check and no other, and is named', () => {
    const isSearchedElsewhere = (one: Check) =>
      'answer' in one &&
      one.id !== check &&
      'match' in one.answer &&
      one.answer.match.some(({ explore }) => explore !== undefined)
    const checks = of.checks.filter((one) => 'answer' in one && !isSearchedElsewhere(one))
    const only = { ...of, checks }
    const { answers = {} } = modelAnswer(only)
    const wrong = question.match.map((item, at) => {
      const others = question.to.filter((label) => label.id !== item.with)
      return [item.id, others[at % others.length]?.id ?? ''] as const
    })
    // Each by itself, but where a search decides: there all of them at once, each being searched by itself.
    const isSearched = question.match.some(({ explore }) => explore !== undefined)
    for (const slips of isSearched ? [wrong] : wrong.map((one) => [one])) {
      const pairs = { ...right, ...Object.fromEntries(slips) }
      const graded = gradeOf(only, { answers: { ...answers, [check]: { pairs } } })
      expect(failedIds(graded)).toEqual([check])
      const { labels = [] } = graded.checks.find(({ id }) => id === check) ?? {}
      expect(labels.map((one) => [one.item, one.given])).toEqual(slips)
    }
  })
})

test('a label is told what the rules of its style have against the board', () => {
  const of = drill('architectures')
  const said = (check: string, item: string, label: string) => {
    const right = modelAnswer(of).answers?.[check]
    const pairs = right !== undefined && 'pairs' in right ? right.pairs : {}
    const answers = { [check]: { pairs: { ...pairs, [item]: label } } }
    const found = gradeOf(of, { answers }).checks.find(({ id }) => id === check)?.labels?.[0]
    return [found?.notDrawn, ...new Set(found?.findings.map(({ rule }) => rule))]
  }
  expect(said('structure', 'c', 'layered')).toEqual([
    undefined,
    'upward-dependency',
    'layer-skipped',
  ])
  expect(said('structure', 'b', 'layered')).toEqual(['layered'])
  expect(said('deployment', 'f', 'micro')).toEqual([
    undefined,
    'inverted-timeouts',
    'synchronous-cycle',
    'shared-database',
  ])
})

test('the run that decides a label is shown: what is expected holds in it', () => {
  const of = drill('ways-to-interact')
  const right = modelAnswer(of).answers?.down
  const pairs = { ...(right !== undefined && 'pairs' in right ? right.pairs : {}), push: 'kept' }
  const found = gradeOf(of, { answers: { down: { pairs } } }).checks.find(({ id }) => id === 'down')
  const run = found?.labels?.[0]?.run
  expect(run?.scenario.faults).toEqual([
    { kind: 'crash', for: 60_000, at: { service: 'notifications' } },
  ])
  expect(run?.scenario.invariants?.map((one) => 'finally' in one && one.finally)).toContain(
    'effects.notify == 0',
  )
})

test('what is wrong is named in a sentence', () => {
  const of = drill('architectures')
  const pairs = { a: 'layered', b: 'onion', c: 'layered', d: 'onion', e: 'layered', f: 'onion' }
  const { checks } = gradeOf(of, { answers: { structure: { pairs } } })
  const { why } = checks.find(({ id }) => id === 'structure') ?? {}
  const say = (key: string, values: object) => `${key} ${JSON.stringify(values)}`
  if (why === undefined) throw new Error('nothing is said')
  expect(whySentence(say, why, { drill: of, board: undefined, language: 'ru' })).toBe(
    'why.wrongLabels {"right":4,"of":6,"items":"Схема В; Схема Е"}',
  )
})

test('the report tells what was said of each picture, and HTML shows it', () => {
  const of = drill('architectures')
  const answers = { deployment: { pairs: { a: 'micro' } } }
  const reported = {
    drill: of,
    session: { ...newSession(of.id), answers },
    grade: undefined,
    language: 'ru',
    translate: (key: string) => key,
    pictures: { 'shop-a': '<svg id="a"></svg>' },
  } as const
  const markdown = reportMarkdown(reported)
  expect(markdown).toContain('- Схема А: Микросервисы')
  expect(markdown).toContain('- Схема Б: report.answer.none')
  expect(reportHtml(reported)).toContain(
    '<figure><svg id="a"></svg><figcaption>Схема А: Микросервисы</figcaption></figure>',
  )
})
