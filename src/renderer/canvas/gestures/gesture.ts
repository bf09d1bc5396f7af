/** What the pointer does between press and release. One at a time; the dispatcher in pointer.ts drives it. */
import type { Point } from '../../../shared/scenario/place'

export interface PointerAt {
  readonly board: Point
  /** On the canvas, in CSS pixels. */
  readonly screen: Point
  readonly shift: boolean
  /** Alt: a copy is dragged away, the thing itself stays. */
  readonly copies: boolean
  /** Ctrl, Cmd or Space: nothing snaps for as long as it is held. */
  readonly free: boolean
  /** Shift, Ctrl or Cmd: to what is selected already. */
  readonly adds: boolean
}

export interface Gesture {
  /** Whether the view follows the pointer at the canvas's edge. */
  readonly panning: boolean
  /** At most once a frame, and only after the pointer has moved some pixels. */
  move(at: PointerAt): void
  /** `moved`: it was a drag, not a click. */
  end(at: PointerAt, moved: boolean): void
  /** Escape, a lost pointer or another document: everything as it was before. */
  cancel(): void
}
