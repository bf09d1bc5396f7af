import { describe, expect, it } from 'vitest'
import { scrolledTo, stretchOf } from '../../../src/renderer/sequence/sideways'
import type { Step } from '../../../src/shared/engine/step'

const columns = [
  { service: 'client', x: 60 },
  { service: 'orders', x: 200 },
  { service: 'charging', x: 700 },
]
const step = (rest: Partial<Step>): Step => ({
  seq: 1,
  atUs: 0,
  kind: 'request.sent',
  service: 'client',
  ...rest,
})

describe('showing a step sideways', () => {
  it('needs all its columns, and the words beside the last', () => {
    expect(stretchOf(step({ from: 'client', to: 'orders' }), columns)).toEqual({
      from: 20,
      to: 310,
    })
    expect(stretchOf(step({ service: 'elsewhere' }), columns)).toBeUndefined()
  })

  it('does not scroll what is in sight', () => {
    expect(scrolledTo(0, 500, { from: 20, to: 310 })).toBe(0)
  })

  it('scrolls no further than needed, either way', () => {
    expect(scrolledTo(0, 500, { from: 660, to: 810 })).toBe(310)
    expect(scrolledTo(310, 500, { from: 20, to: 310 })).toBe(20)
  })

  it('shows where a message starts when all of it does not fit', () => {
    expect(scrolledTo(0, 500, { from: 160, to: 810 })).toBe(160)
  })
})
