import { describe, expect, test } from 'vitest'
import { Cast } from '../../src/shared/drills/cast'
import type { Check } from '../../src/shared/drills/check'
import type { Drill } from '../../src/shared/drills/drill'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { drill, failedIds, gradeOf, inRussian } from '../support/drills'
import { withOwnDatabases, wrongAnswers } from './wrong-answers'

const boardOf = (of: Drill) => {
  if (of.model.board === undefined) throw new Error(`${of.id} has no model board`)
  return of.model.board
}
/** Without the searches of two faults: every model answer has them, and the two that are named `WHOLE`. */
const short = (of: Drill): Drill => ({
  ...of,
  checks: of.checks.filter(({ id }) => !id.startsWith('two-faults')),
})
/**
 * Of the searches only those that are to fail, and what they need: a search that shows nothing has been made of
 * the same design in English, and of the model in both languages.
 */
const onlySearched = (of: Drill, fails: readonly string[]): Drill => {
  const wanted = new Set(fails)
  for (const { id, needs = [] } of of.checks.toReversed())
    if (wanted.has(id)) for (const need of needs) wanted.add(need)
  const isLeftOut = (check: Check) => 'explore' in check && !wanted.has(check.id)
  const byId = new Map(of.checks.map((check) => [check.id, check]))
  // What needs a search that is left out needs what that one needs.
  const kept = (needs: readonly string[]): string[] =>
    needs.flatMap((id) => {
      const check = byId.get(id)
      return check !== undefined && isLeftOut(check) ? kept(check.needs ?? []) : [id]
    })
  const checks = of.checks
    .filter((check) => !isLeftOut(check))
    .map((check) => ({ ...check, needs: kept(check.needs ?? []) }))
  return { ...of, checks }
}
const IS_LONG = process.env.DRYRUN_LONG !== undefined
const WHOLE = { wrong: 'one database for two', russian: 'orchestrator' }

describe.each(Object.entries(wrongAnswers))('%s', (id, wrong) => {
  const of = drill(id)
  const { answers } = modelAnswer(of)

  const tried = Object.entries(wrong).filter(([, { isSlow }]) => IS_LONG || isSlow !== true)

  test.each(tried)('%s: only what is wrong fails', (name, { board, fails }) => {
    const wrongBoard = board(boardOf(of))
    const english = gradeOf(id === 'three-services' && name === WHOLE.wrong ? of : short(of), {
      board: wrongBoard,
      answers,
    })
    expect(failedIds(english)).toEqual(fails)
    const russian = gradeOf(onlySearched(of, fails), { board: inRussian(wrongBoard), answers })
    expect(failedIds(russian)).toEqual(fails)
  })

  test('the model drawn by somebody else is as right', () => {
    const asked = id === WHOLE.russian ? of : short(of)
    const other = gradeOf(asked, { board: inRussian(boardOf(of)), answers })
    expect(failedIds(other)).toEqual([])
    expect(other.score).toBe(1)
  })

  test('every failure by behaviour has a run to watch', () => {
    const [first] = Object.values(wrong).filter(({ fails }) => fails.includes('charge-once'))
    if (first === undefined) throw new Error('no such wrong answer')
    const graded = gradeOf(onlySearched(of, ['charge-once']), {
      board: first.board(boardOf(of)),
      answers,
    })
    const broken = graded.checks.find((check) => check.id === 'charge-once')
    expect(broken?.run?.choices.length).toBeGreaterThan(5)
    expect(broken?.run?.position).toBeGreaterThan(5)
    expect(broken?.why).toMatchObject({ why: 'broken', key: 'o1' })
  })

  test('at least eight wrong answers are told apart', () => {
    expect(Object.keys(wrong).length).toBeGreaterThanOrEqual(8)
  })
})

test('databases may be drawn or left to the services', () => {
  const three = short(drill('three-services'))
  expect(failedIds(gradeOf(three, { board: withOwnDatabases(boardOf(three)) }))).toEqual([])
})

test('roles are told by what services do', () => {
  const cast = new Cast(inRussian(boardOf(drill('five-services'))))
  const playing = (role: string) => cast.services(role).map(({ name }) => name)
  expect(playing('users')).toEqual(['Анкеты'])
  expect(playing('orders')).toEqual(['Магазин'])
  expect(playing('payment')).toEqual(['Расчёты'])
  expect(playing('charging')).toEqual(['Касса'])
  expect(playing('notifications')).toEqual(['Почтальон'])
  expect(playing('bank')).toEqual(['Эквайер'])
})
