/** Where boxes go when they are aligned or spread evenly. Knows boxes only: whoever asks measures them. */
import type { Positions } from './edits'
import type { Point, Size } from './place'

export interface PlacedBox extends Point, Size {
  readonly id: string
}

export type AlignSide = 'left' | 'right' | 'top' | 'bottom'
export type Axis = 'horizontal' | 'vertical'

/** Every box at the outermost border of them all on that side. Board units. */
export function aligned(boxes: readonly PlacedBox[], side: AlignSide): Positions {
  if (boxes.length === 0) return {}
  const left = Math.min(...boxes.map(({ x }) => x))
  const top = Math.min(...boxes.map(({ y }) => y))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height))
  const place = ({ x, y, width, height }: PlacedBox): Point => {
    switch (side) {
      case 'left':
        return { x: left, y }
      case 'right':
        return { x: right - width, y }
      case 'top':
        return { x, y: top }
      case 'bottom':
        return { x, y: bottom - height }
    }
  }
  return Object.fromEntries(boxes.map((box) => [box.id, place(box)]))
}

/**
 * Equal gaps between neighbours; the first and the last stay. Positions are whole board units, so gaps may
 * differ by one. Fewer than three boxes have nothing between them: nothing moves.
 */
export function distributed(boxes: readonly PlacedBox[], axis: Axis): Positions {
  const from = (box: PlacedBox) => (axis === 'horizontal' ? box.x : box.y)
  const length = (box: PlacedBox) => (axis === 'horizontal' ? box.width : box.height)
  const row = boxes.toSorted(
    (a, b) => from(a) - from(b) || from(a) + length(a) - from(b) - length(b),
  )
  const [first] = row
  const last = row.at(-1)
  if (!first || !last || row.length < 3) return {}
  const inner = row.slice(1, -1)
  const start = from(first) + length(first)
  const taken = inner.reduce((sum, box) => sum + length(box), 0)
  const gap = (from(last) - start - taken) / (row.length - 1)
  let next = start + gap
  const positions: Record<string, Point> = {}
  for (const box of inner) {
    const at = Math.round(next)
    positions[box.id] = axis === 'horizontal' ? { x: at, y: box.y } : { x: box.x, y: at }
    next += length(box) + gap
  }
  return positions
}
