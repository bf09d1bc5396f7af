/** Where the dots of the paper are, on screen. */
import { GRID } from '../gestures/snap'
import type { View } from '../view/view'

/** Dots nearer to each other than this are a grey haze: every fifth is enough. */
const SPACING_MIN_PX = 11
const COARSER = 5

export function dotSpacing(zoom: number): number {
  let spacing = GRID * zoom
  while (spacing < SPACING_MIN_PX) spacing *= COARSER
  return spacing
}

/** The first dot's place, each way from 0 to one spacing: dots lie where the grid snaps. */
export function dotOffset(view: View, spacing: number): { readonly x: number; readonly y: number } {
  const rest = (value: number) => ((value % spacing) + spacing) % spacing
  return { x: rest(view.x), y: rest(view.y) }
}
