/**
 * Takes presses on the board and drives the one gesture under way: moves at most once a frame, follows the
 * canvas's edge, gives up on Escape. Knows no gesture itself.
 */
import type { Point } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { BOARD, setOverlay } from '../model/overlay'
import { toBoard } from '../view/view'
import { canvasPoint, moveView, useView } from '../view/view-store'
import type { Gesture, PointerAt } from './gesture'
import { hoverAt } from './hover'
import { gestureFor } from './press'

const DRAG_FROM_PX = 3
const EDGE_PX = 28
const EDGE_SPEED_PX = 14
/** Elements over the canvas that take the pointer for themselves. */
const CHROME = '[data-board-chrome], input, textarea, .menu, .popover'

interface UnderWay {
  readonly gesture: Gesture
  readonly pointerId: number
  readonly pressedAt: Point
  latest: PointerEvent
  keys: Keys
  moved: boolean
  frame: number
}

let underWay: UnderWay | null = null
let isSpaceHeldNow: () => boolean = () => false

/** The keys of the latest press or move, and Space, which no pointer event tells of. */
interface Keys {
  readonly altKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
}

export function pointerAt(event: PointerEvent | MouseEvent, keys: Keys = event): PointerAt {
  const screen = canvasPoint(event)
  return {
    screen,
    board: toBoard(useView.getState().view, screen),
    copies: keys.altKey,
    shift: keys.shiftKey,
    adds: keys.shiftKey || keys.ctrlKey || keys.metaKey,
    free: keys.ctrlKey || keys.metaKey || isSpaceHeldNow(),
  }
}

/** Whether this press moves the view, which React Flow does itself. */
export function isPanPress(event: { readonly button: number }, spaceHeld: boolean): boolean {
  if (event.button === 1) return true
  return event.button === 0 && (spaceHeld || useBoard.getState().tool === 'hand')
}

/** Listens on the board's element until the returned function is called. */
export function listenToPointer(root: HTMLElement, isSpaceHeld: () => boolean): () => void {
  isSpaceHeldNow = isSpaceHeld
  const press = (event: PointerEvent) => {
    if (!(event.target instanceof Element) || event.target.closest(CHROME)) return
    if (isPanPress(event, isSpaceHeld()) || event.button !== 0 || underWay) return
    begin(event, event.target)
  }
  const hover = (event: PointerEvent) => {
    if (underWay || event.pointerType === 'touch') return
    if (event.target instanceof Element && event.target.closest(CHROME)) return
    hoverAt(pointerAt(event))
  }
  const leave = () => {
    useBoard.getState().setPointer(null)
    setOverlay({ hovered: BOARD, ghost: null })
  }
  root.addEventListener('pointerdown', press)
  root.addEventListener('pointermove', hover)
  root.addEventListener('pointerleave', leave)
  return () => {
    root.removeEventListener('pointerdown', press)
    root.removeEventListener('pointermove', hover)
    root.removeEventListener('pointerleave', leave)
    cancelGesture()
  }
}

function begin(event: PointerEvent, target: Element): void {
  underWay = {
    gesture: gestureFor(target, pointerAt(event)),
    pointerId: event.pointerId,
    pressedAt: canvasPoint(event),
    latest: event,
    keys: event,
    moved: false,
    frame: 0,
  }
  window.addEventListener('pointermove', moved)
  window.addEventListener('pointerup', released)
  window.addEventListener('pointercancel', cancelGesture)
  window.addEventListener('blur', cancelGesture)
  window.addEventListener('keydown', pressedKey, true)
  window.addEventListener('keyup', turnedKey)
}

function moved(event: PointerEvent): void {
  if (!underWay || event.pointerId !== underWay.pointerId) return
  underWay.latest = event
  underWay.keys = event
  const at = canvasPoint(event)
  const { pressedAt } = underWay
  if (Math.hypot(at.x - pressedAt.x, at.y - pressedAt.y) >= DRAG_FROM_PX) underWay.moved = true
  follow()
}

function follow(): void {
  if (underWay?.moved && underWay.frame === 0) underWay.frame = requestAnimationFrame(step)
}

function step(): void {
  if (!underWay) return
  underWay.frame = 0
  const at = pointerAt(underWay.latest, underWay.keys)
  underWay.gesture.move(at)
  if (underWay?.gesture.panning && followEdge(at.screen)) {
    underWay.frame = requestAnimationFrame(step)
  }
}

/** Moves the view when the pointer is at the canvas's edge; says whether it did. */
function followEdge(screen: Point): boolean {
  const { view, size } = useView.getState()
  const dx = edgeSpeed(screen.x, size.width)
  const dy = edgeSpeed(screen.y, size.height)
  if (dx === 0 && dy === 0) return false
  moveView({ ...view, x: view.x + dx, y: view.y + dy })
  return true
}

function edgeSpeed(at: number, length: number): number {
  const near = (distance: number) => Math.min(1, Math.max(0, (EDGE_PX - distance) / EDGE_PX))
  return Math.round((near(at) - near(length - at)) * EDGE_SPEED_PX)
}

function released(event: PointerEvent): void {
  if (!underWay || event.pointerId !== underWay.pointerId) return
  const { gesture, moved: isDrag } = underWay
  stop()
  gesture.end(pointerAt(event), isDrag)
}

function pressedKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape') {
    turnedKey(event)
    return
  }
  event.preventDefault()
  event.stopPropagation()
  cancelGesture()
}

const TURNS = /^(Alt|Control|Meta|Shift| )$/

/** A key that changes what the gesture does shows at once, even under a resting pointer. */
function turnedKey(event: KeyboardEvent): void {
  if (!underWay || !TURNS.test(event.key)) return
  // Alt alone would open the window's menu.
  if (event.key === 'Alt') event.preventDefault()
  underWay.keys = event
  follow()
}

export function cancelGesture(): void {
  if (!underWay) return
  const { gesture } = underWay
  stop()
  gesture.cancel()
}

function stop(): void {
  if (underWay) cancelAnimationFrame(underWay.frame)
  underWay = null
  window.removeEventListener('pointermove', moved)
  window.removeEventListener('pointerup', released)
  window.removeEventListener('pointercancel', cancelGesture)
  window.removeEventListener('blur', cancelGesture)
  window.removeEventListener('keydown', pressedKey, true)
  window.removeEventListener('keyup', turnedKey)
}
