import { expect, it } from 'vitest'
import { positionBefore } from '../../../src/renderer/state/moment-before'

it('what a step changed is seen against what was before all steps that happened at once', () => {
  const choiceOf = [0, 1, 2, 2, 2, 3]
  const trace = { choiceIndexAt: (position: number) => choiceOf[position] ?? 0 }
  expect([1, 2, 4, 5].map((position) => positionBefore(trace, position))).toEqual([0, 1, 1, 4])
})
