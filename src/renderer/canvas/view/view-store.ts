/**
 * Where the board is looked at from. React Flow owns the moving transform; this store repeats it for everything
 * that is painted, and passes wishes back to it. Knows no scenario.
 */
import { create } from 'zustand'
import type { Point, Size } from '../../../shared/scenario/place'
import { stillMotion } from '../../state/clock'
import type { View } from './view'

interface ViewState {
  readonly view: View
  /** Of the canvas on screen, in CSS pixels. */
  readonly size: Size
  /** Where the canvas stands in the window. */
  readonly corner: Point
  readonly zoomMin: number
}

export const useView = create<ViewState>()(() => ({
  view: { x: 0, y: 0, zoom: 1 },
  size: { width: 0, height: 0 },
  corner: { x: 0, y: 0 },
  zoomMin: 0.1,
}))

type Move = (view: View, options: { duration: number }) => unknown

let move: Move | null = null

/** Where a glide on its way will end. */
let aim: { readonly view: View; readonly timer: ReturnType<typeof setTimeout> } | null = null

/** React Flow's way to move its viewport, from when it is there; null when it goes. */
export function bindFlow(flowMove: Move | null): void {
  move = flowMove
}

const GLIDE_MS = 240

/** Shows another part of the board, gliding unless motion is unwelcome. False: React Flow is not there yet. */
export function moveView(view: View, how: 'jump' | 'glide' = 'jump'): boolean {
  if (!move) return false
  // A quarter of a second of frames in which nothing would move.
  if (how === 'glide' && isSame(view, aimedView())) return true
  const duration = how === 'glide' && !stillMotion() ? GLIDE_MS : 0
  clearTimeout(aim?.timer)
  aim = duration > 0 ? { view, timer: setTimeout(forgetAim, duration) } : null
  move(view, { duration })
  return true
}

function isSame(a: View, b: View): boolean {
  return a.x === b.x && a.y === b.y && a.zoom === b.zoom
}

function forgetAim(): void {
  aim = null
}

/** What is looked at, or will be when the glide on its way has ended: keys pressed quickly add up. */
export function aimedView(): View {
  return aim?.view ?? useView.getState().view
}

/** From a pointer's place in the window to its place on the canvas. */
export function canvasPoint(client: { readonly clientX: number; readonly clientY: number }): Point {
  const { corner } = useView.getState()
  return { x: client.clientX - corner.x, y: client.clientY - corner.y }
}
