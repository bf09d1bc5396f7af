/** A canvas that writes down what is done to it, so that a real one in a page can do the same. */
import type { CanvasLike } from '../../src/shared/drawing/paint'

export type CanvasDeed =
  | { readonly set: string; readonly value: unknown }
  | { readonly call: string; readonly values: readonly unknown[] }

export interface RecordedPath {
  readonly d: string
}

/** The canvas, and the list that its deeds are added to. */
export function recordedCanvas(): {
  readonly canvas: CanvasLike<RecordedPath>
  readonly deeds: readonly CanvasDeed[]
} {
  const deeds: CanvasDeed[] = []
  const canvas = new Proxy(
    {},
    {
      get: (_, call: string) => {
        return (...values: readonly unknown[]) => {
          deeds.push({ call, values })
        }
      },
      set: (_, set: string, value: unknown) => {
        deeds.push({ set, value })
        return true
      },
    },
  )
  return { canvas: canvas as CanvasLike<RecordedPath>, deeds }
}
