import { describe, expect, it } from 'vitest'
import { arcPath } from '../../../src/renderer/timeline/arc-path'
import { branchArcs, partingPosition } from '../../../src/renderer/timeline/branch-arcs'

const main = { id: 0, fromPosition: 0, length: 19 }
const crash = { id: 1, parent: 0, fromPosition: 9, length: 25 }
const again = { id: 2, parent: 1, fromPosition: 14, length: 30 }
const early = { id: 3, parent: 1, fromPosition: 4, length: 12 }

describe('branches over the scrubber', () => {
  it('part from their parent where they began', () => {
    expect(partingPosition([main, crash], 1, 0)).toBe(9)
    expect(partingPosition([main, crash], 0, 1)).toBe(9)
  })

  it('part from a cousin where the earlier of the two left', () => {
    const all = [main, crash, again, early]
    expect(partingPosition(all, 2, 0)).toBe(9)
    expect(partingPosition(all, 2, 3)).toBe(4)
    expect(partingPosition(all, 3, 0)).toBe(4)
  })

  it('leave out the branch that is shown', () => {
    expect(branchArcs([main, crash], 1)).toEqual([{ id: 0, from: 9, to: 19, lane: 0 }])
  })

  it('lie in different lanes where they overlap', () => {
    const arcs = branchArcs([main, crash, again], 0)
    expect(arcs.map(({ from, lane }) => [from, lane])).toEqual([
      [9, 0],
      [9, 1],
    ])
  })

  it('keep clear of the words at the end of the track, wherever they leave', () => {
    const track = { last: 30, widthPx: 620 }
    const clearPx = 480
    for (let from = 0; from <= track.last; from += 1)
      for (let lane = 0; lane < 3; lane += 1) {
        const d = arcPath({ id: 1, from, to: track.last, lane }, track, clearPx)
        // From the top of its rise to its end it is as high as the words.
        const [, top, end] = d.match(/ ([\d.]+) [\d.]+L([\d.]+) /) ?? []
        expect(Number(top)).toBeLessThan(clearPx)
        expect(Number(end)).toBeLessThanOrEqual(clearPx)
      }
  })
})
