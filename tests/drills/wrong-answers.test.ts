import { describe, expect, test } from 'vitest'
import { Cast } from '../../src/shared/drills/cast'
import type { Drill } from '../../src/shared/drills/drill'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { drill, failedIds, gradeOf, inRussian } from '../support/drills'
import { withOwnDatabases, wrongAnswers } from './wrong-answers'

const boardOf = (of: Drill) => {
  if (of.model.board === undefined) throw new Error(`${of.id} has no model board`)
  return of.model.board
}
/** The long searches say nothing more about an answer in another language. */
const short = (of: Drill): Drill => ({
  ...of,
  checks: of.checks.filter(({ id }) => !id.startsWith('two-faults')),
})

describe.each(Object.entries(wrongAnswers))('%s', (id, wrong) => {
  const of = drill(id)
  const { answers } = modelAnswer(of)

  test.each(Object.entries(wrong))('%s: only what is wrong fails', (_, { board, fails }) => {
    const wrongBoard = board(boardOf(of))
    expect(failedIds(gradeOf(of, { board: wrongBoard, answers }))).toEqual(fails)
    const russian = gradeOf(short(of), { board: inRussian(wrongBoard), answers })
    expect(failedIds(russian)).toEqual(fails)
  })

  test('the model drawn by somebody else is as right', () => {
    const other = gradeOf(of, { board: inRussian(boardOf(of)), answers })
    expect(failedIds(other)).toEqual([])
    expect(other.score).toBe(1)
  })

  test('every failure by behaviour has a run to watch', () => {
    const [first] = Object.values(wrong).filter(({ fails }) => fails.includes('charge-once'))
    if (first === undefined) throw new Error('no such wrong answer')
    const graded = gradeOf(short(of), { board: first.board(boardOf(of)), answers })
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
  const three = drill('three-services')
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
