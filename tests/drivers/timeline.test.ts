import { describe, expect, test } from 'vitest'
import { earliest, runTimeline } from '../../src/shared/drivers/timeline'
import { bells, type Pour, waterJugs } from './toys'

const FOUR: readonly Pour[] = ['fill5', '5to3', 'empty3', '5to3', 'fill5', '5to3']

describe('the timeline', () => {
  test('measures four gallons in six pours', () => {
    const trace = runTimeline(waterJugs, { stepsMax: 100, choices: FOUR })
    expect(trace.stateAt(6)).toEqual([4, 3])
    expect(trace.end).toBe('quiescent')
  })

  test('takes nothing that is not due by itself', () => {
    const trace = runTimeline(waterJugs, { stepsMax: 100 })
    expect(trace.steps).toEqual([])
    expect(trace.end).toBe('quiescent')
  })

  test('what is due first happens first, ties by place in enabled', () => {
    const trace = runTimeline(bells([20, 10], 5), { stepsMax: 100 })
    expect(trace.steps).toEqual(['1 at 10', '0 at 20', '1 at 20', '1 at 30', '0 at 40'])
  })

  test('a time that has passed means now, and does not overtake what is due now', () => {
    const system = bells([30, 10], 9)
    const late = { nowUs: 30, due: [30, 10], left: 9 }
    expect(earliest(system, late)).toBe(0)
  })

  test('every state can be stepped back to, without running anything again', () => {
    const system = bells([7, 11, 13], 10_000)
    const trace = runTimeline(system, { stepsMax: 10_000 })
    const applied = system.applied()
    expect(trace.steps.length).toBe(10_000)
    for (let position = 0; position <= 10_000; position += 1)
      expect(trace.stateAt(position).left).toBe(10_000 - position)
    expect(system.applied()).toBe(applied)
  })

  test('a run too large to keep every state gives each of them all the same', () => {
    const system = bells([7, 11, 13], 1_000)
    const all = runTimeline(system, { stepsMax: 1_000 })
    const large = { ...system, stateBytes: 1024 * 1024 }
    const trace = runTimeline(large, { stepsMax: 1_000 })
    for (const position of [0, 1, 999, 1_000, 500, 501, 502, 17, 3])
      expect(trace.stateAt(position)).toEqual(all.stateAt(position))
    const applied = system.applied()
    trace.stateAt(700)
    expect(system.applied() - applied).toBeLessThanOrEqual(32)
  })

  test('what a system finds soonest is taken at its word', () => {
    const hinted = {
      ...bells([20, 10], 3),
      soonest: ({ left }: { left: number }) => (left > 0 ? 0 : undefined),
    }
    expect(runTimeline(hinted, { stepsMax: 10 }).steps).toEqual(['0 at 20', '0 at 40', '0 at 60'])
  })

  test('the steps of one choice share the state after them', () => {
    const system = {
      ...waterJugs,
      apply: (jugs: readonly [number, number], pour: Pour) => ({
        state: waterJugs.apply(jugs, pour).state,
        steps: [`${pour} begins`, `${pour} ends`],
      }),
    }
    const trace = runTimeline(system, { stepsMax: 10, choices: ['fill5', '5to3'] })
    expect(trace.stateAt(1)).toBe(trace.stateAt(2))
    expect([0, 1, 2, 3, 4].map((position) => trace.choiceIndexAt(position))).toEqual([
      0, 1, 1, 2, 2,
    ])
  })

  test('a choice that makes no step moves the state on all the same', () => {
    const trace = runTimeline(bells([10], 3), { stepsMax: 10, choices: ['muffle', 'muffle'] })
    expect(trace.choices).toEqual(['muffle', 'muffle', 0])
    expect(trace.steps).toEqual(['0 at 10'])
    expect(trace.choiceIndexAt(1)).toBe(3)
  })

  test('a run that does not end is cut, and says so', () => {
    const trace = runTimeline(bells([10], 1_000_000), { stepsMax: 25 })
    expect(trace.steps.length).toBe(25)
    expect(trace.end).toBe('limit')
  })

  test('a system that spins without a step is cut too', () => {
    const silent = {
      ...bells([1], 1_000_000),
      apply: (state: { nowUs: number; due: readonly number[]; left: number }) => ({
        state,
        steps: [],
      }),
    }
    expect(runTimeline(silent, { stepsMax: 10 }).end).toBe('limit')
  })

  test("the system's own limit ends the run, and so does the caller's stop", () => {
    const tired = {
      ...bells([1], 100),
      limit: ({ left }: { left: number }) => (left < 90 ? 'breath' : undefined),
    }
    expect(runTimeline(tired, { stepsMax: 1_000 })).toMatchObject({ end: 'limit' })
    const stopped = runTimeline(bells([1], 100), {
      stepsMax: 1_000,
      stop: ({ left }) => left === 95,
    })
    expect(stopped.steps.length).toBe(5)
    expect(stopped.end).toBe('limit')
  })
})
