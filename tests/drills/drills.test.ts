import { describe, expect, test } from 'vitest'
import { isDrawn } from '../../src/shared/drills/drill'
import { modelAnswer } from '../../src/shared/drills/model-answer'
import { DRILL_IDS, drill, gradeOf } from '../support/drills'

describe.each(DRILL_IDS)('%s', (id) => {
  const of = drill(id)

  test('its own answer is worth 1', () => {
    const graded = gradeOf(of, modelAnswer(of))
    const missed = graded.checks.filter(({ status }) => status !== 'passed')
    expect(missed.map((check) => [check.id, check.status, check.why])).toEqual([])
    expect([graded.score, graded.passed]).toEqual([1, true])
  })

  test('no answer is worth 0', () => {
    const graded = gradeOf(of, {})
    expect(graded.score).toBe(0)
    expect(graded.passed).toBe(false)
    expect(graded.checks.some(({ status }) => status === 'passed')).toBe(false)
  })

  test('an empty board, and a board with a lone box, are worth nothing', () => {
    if (!isDrawn(of)) return
    const board = { dryrun: 1, title: '', services: [], connections: [] } as const
    const box = { id: 'a', kind: 'service', name: 'A', position: { x: 0, y: 0 } } as const
    expect(gradeOf(of, { board: { ...board, services: [], connections: [] } }).score).toBe(0)
    expect(gradeOf(of, { board: { ...board, services: [box], connections: [] } }).score).toBe(0)
  })
})
