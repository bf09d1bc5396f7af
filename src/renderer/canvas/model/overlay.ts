/**
 * What lies over the board for a moment: the box being drawn around things, the line being pulled, the open
 * menu or picker, the ghost of what will be placed. Nothing of it outlives the window.
 */
import { create } from 'zustand'
import type { Bounds } from '../../../shared/drawing/shape'
import type { Point, Size } from '../../../shared/scenario/place'
import type { Guide } from '../gestures/object-snap'

/** What a point of the board belongs to. */
export type Target =
  | { readonly on: 'service' | 'line' | 'zone' | 'note'; readonly id: string }
  | { readonly on: 'board' }

/** What a menu is about: while running it may be a message on its way along a line. */
export type MenuTarget =
  | Target
  | { readonly on: 'message'; readonly id: number; readonly connection: string }

export interface Connecting {
  readonly from: string
  /** The free end, in board units. */
  readonly to: Point
  /** The service that would be connected if the gesture ended now. */
  readonly target: string | null
}

interface OverlayState {
  readonly marquee: Bounds | null
  /** What a dragged thing has come into line with. */
  readonly guides: readonly Guide[]
  readonly connecting: Connecting | null
  /**
   * A line was let go over nothing, or asked for by keys, or empty paper was double-clicked: which service shall
   * stand there? `at`: its middle, in board units.
   */
  readonly appending: {
    /** Null: it stands by itself. */
    readonly from: string | null
    readonly at: Point
    readonly by: 'pointer' | 'keys'
  } | null
  /** `client`: where in the window; `board`: where on the board, for what is put there. */
  readonly menu: {
    readonly target: MenuTarget
    readonly client: Point
    readonly board: Point
  } | null
  /** `at`: its middle; `size`: what is being drawn, else the palette's own. */
  readonly ghost: { readonly paletteId: string; readonly at: Point; readonly size?: Size } | null
  /** The service that has the keyboard. */
  readonly focused: string | null
  /** The pointer rests on this line or service. */
  readonly hovered: Target
  /** Counts attempts to change a locked drawing, so that the hint can answer each. */
  readonly lockedTries: number
  /** Why the cursor is another one. */
  readonly dragging: 'none' | 'things' | 'view'
  readonly isTidying: boolean
  /** A just connected line: its protocol picker takes the keyboard. */
  readonly justConnected: string | null
}

export const BOARD: Target = { on: 'board' }

export const useOverlay = create<OverlayState>()(() => ({
  marquee: null,
  guides: [],
  connecting: null,
  appending: null,
  menu: null,
  ghost: null,
  focused: null,
  hovered: BOARD,
  lockedTries: 0,
  dragging: 'none',
  isTidying: false,
  justConnected: null,
}))

export function setOverlay(changes: Partial<OverlayState>): void {
  useOverlay.setState(changes)
}

export function tryLocked(): void {
  useOverlay.setState(({ lockedTries }) => ({ lockedTries: lockedTries + 1 }))
}
