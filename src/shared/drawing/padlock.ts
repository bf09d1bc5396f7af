/** The sign on what its user has locked: on the corner, half out of it, where no name and no badge stands. */
import type { Point } from '../scenario/place'
import type { Shape } from './shape'

const RADIUS = 9
/** The bow and the body, in a box around the origin. */
const BOW = 'M-2.6 -0.6L-2.6 -2.4C-2.6 -5.9 2.6 -5.9 2.6 -2.4L2.6 -0.6'
const BODY = { x: -4, y: -0.6, width: 8, height: 5.8, radius: 1.4 } as const

/** Nothing where nothing is locked. `at`: the corner. */
export function padlockShapes(locked: boolean | undefined, at: Point): readonly Shape[] {
  if (!locked) return []
  return [
    {
      shape: 'group',
      x: at.x,
      y: at.y,
      shapes: [
        {
          shape: 'circle',
          cx: 0,
          cy: 0,
          r: RADIUS,
          fill: 'card',
          stroke: { ink: 'ink-3', width: 1.2 },
        },
        { shape: 'path', d: BOW, stroke: { ink: 'ink-2', width: 1.5, cap: 'round' } },
        { shape: 'rect', ...BODY, fill: 'ink-2' },
      ],
    },
  ]
}
