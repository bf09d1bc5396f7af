/**
 * Shapes of the one drawing gathered by how they are painted: a thousand boxes become a handful of paths.
 * Kept in chunks, so that moving one service gathers a chunk anew and not the board.
 */
import type {
  Bounds,
  Ink,
  PathShape,
  Shape,
  Stroke,
  TextShape,
} from '../../../shared/drawing/shape'
import { unionOf } from '../view/bounds'
import { type Course, courseOf } from './course'

/** All that is painted in one stroke of the brush; `path` is in board units. */
export interface Batch {
  readonly fill: Ink | undefined
  readonly stroke: Stroke | undefined
  readonly opacity: number
  readonly path: Path2D
}

export interface Item {
  readonly bounds: Bounds
  /** Where the shapes' origin is on the board. */
  readonly x: number
  readonly y: number
  readonly shapes: readonly Shape[]
}

export interface Chunk {
  readonly bounds: Bounds
  readonly batches: readonly Batch[]
  /** Dashed lines, each by itself. */
  readonly courses: readonly Course[]
  readonly texts: readonly TextShape[]
}

const NOWHERE: Bounds = { x: 0, y: 0, width: 0, height: 0 }

/** One chunk of these items, back to front as far as equal brushes allow. */
export function chunkOf(items: readonly Item[]): Chunk {
  const batches = new Map<string, Batch>()
  const courses: Course[] = []
  const texts: TextShape[] = []
  const gather = (shape: Shape, x: number, y: number, opacity: number) => {
    switch (shape.shape) {
      case 'group':
        for (const inner of shape.shapes) {
          gather(inner, x + shape.x, y + shape.y, opacity * (shape.opacity ?? 1))
        }
        return
      case 'text':
        texts.push({
          ...shape,
          x: shape.x + x,
          y: shape.y + y,
          opacity: opacity * (shape.opacity ?? 1),
        })
        return
      default:
        if (isDashedCourse(shape) && x === 0 && y === 0) {
          courses.push(courseOf(shape.d, shape.stroke, opacity * (shape.opacity ?? 1)))
          return
        }
        addOutline(batchFor(batches, shape, opacity).path, shape, x, y)
    }
  }
  for (const { shapes, x, y } of items) for (const shape of shapes) gather(shape, x, y, 1)
  const bounds = unionOf(items.map((item) => item.bounds)) ?? NOWHERE
  return { bounds, batches: [...batches.values()], courses, texts }
}

function isDashedCourse(shape: Shape): shape is PathShape & { readonly stroke: Stroke } {
  return shape.shape === 'path' && shape.fill === undefined && shape.stroke?.dash !== undefined
}

type Outline = Exclude<Shape, { shape: 'group' } | { shape: 'text' }>

function batchFor(batches: Map<string, Batch>, shape: Outline, outer: number): Batch {
  const opacity = outer * (shape.opacity ?? 1)
  const { fill, stroke } = shape
  const key = `${fill} ${stroke?.ink} ${stroke?.width} ${stroke?.dash} ${stroke?.cap} ${opacity}`
  const known = batches.get(key)
  if (known) return known
  const batch: Batch = { fill, stroke, opacity, path: new Path2D() }
  batches.set(key, batch)
  return batch
}

function addOutline(path: Path2D, shape: Outline, x: number, y: number): void {
  switch (shape.shape) {
    case 'rect':
      path.roundRect(shape.x + x, shape.y + y, shape.width, shape.height, shape.radius)
      return
    case 'circle':
      path.moveTo(shape.cx + x + shape.r, shape.cy + y)
      path.arc(shape.cx + x, shape.cy + y, shape.r, 0, 2 * Math.PI)
      return
    case 'path': {
      const outline = new Path2D(shape.d)
      if (x === 0 && y === 0) path.addPath(outline)
      else path.addPath(outline, new DOMMatrix([1, 0, 0, 1, x, y]))
    }
  }
}

const CHUNK_ITEMS = 48

interface Kept<Key> {
  readonly keys: readonly (Key | null)[]
  readonly chunk: Chunk
}

/**
 * Chunks of a changing list: those whose items are the very same objects are kept, and known again when the
 * list comes back, as by an undo.
 */
export class Chunks<Key extends object> {
  private known = new WeakMap<Key, Kept<Key>>()

  /** `itemOf` is asked only for what must be gathered anew; what is hidden leaves its place empty. */
  of(
    keys: readonly Key[],
    itemOf: (key: Key) => Item,
    isHidden: (key: Key) => boolean = () => false,
  ): readonly Chunk[] {
    const chunks: Chunk[] = []
    for (let start = 0; start < keys.length; start += CHUNK_ITEMS) {
      const all = keys.slice(start, start + CHUNK_ITEMS)
      const part = all.map((key) => (isHidden(key) ? null : key))
      chunks.push(this.chunkFor(all, part, itemOf))
    }
    return chunks
  }

  private chunkFor(
    all: readonly Key[],
    part: readonly (Key | null)[],
    itemOf: (key: Key) => Item,
  ): Chunk {
    const [first] = all
    const old = first && this.known.get(first)
    if (old?.keys.length === part.length && part.every((key, at) => key === old.keys[at])) {
      return old.chunk
    }
    const chunk = chunkOf(part.flatMap((key) => (key ? [itemOf(key)] : [])))
    if (first) this.known.set(first, { keys: part, chunk })
    return chunk
  }
}
