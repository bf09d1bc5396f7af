/**
 * What a turn of the wheel means. A trackpad pans and a mouse wheel zooms; the browser tells neither, so it is
 * guessed from the numbers, and the guess holds while the fingers keep moving.
 */
export interface WheelTurn {
  readonly deltaX: number
  readonly deltaY: number
  /** As in DOM: 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly timeStamp: number
}

export type WheelMeaning =
  | { readonly act: 'zoom'; readonly factor: number }
  | { readonly act: 'pan'; readonly dx: number; readonly dy: number }

export type WheelDevice = 'mouse' | 'trackpad'

export interface WheelMemory {
  readonly device: WheelDevice
  readonly timeStamp: number
}

/** One gesture of two fingers, with its momentum, has no longer pauses than this. */
const GESTURE_PAUSE_MS = 400
const LINE_PX = 16
const PAGE_PX = 400
/** A notch of a mouse wheel moves at least so far at once; a finger seldom begins so. */
const NOTCH_PX = 50
/** Bounds one event's zoom, so that a free-spinning wheel does not leap from end to end. */
const ZOOM_DELTA_MAX = 120

/** Which device turned: a notch is vertical, whole and large; fingers move sideways or by small parts. */
export function wheelDevice(turn: WheelTurn, memory: WheelMemory | undefined): WheelDevice {
  if (turn.deltaMode !== 0) return 'mouse'
  if (memory && turn.timeStamp - memory.timeStamp < GESTURE_PAUSE_MS) return memory.device
  if (turn.deltaX !== 0 && turn.deltaY !== 0) return 'trackpad'
  const delta = turn.deltaX === 0 ? turn.deltaY : turn.deltaX
  return Math.abs(delta) >= NOTCH_PX ? 'mouse' : 'trackpad'
}

/** Ctrl (a pinch, too) always zooms and Shift always pans sideways, whatever the device. */
export function wheelMeaning(turn: WheelTurn, device: WheelDevice): WheelMeaning {
  const unit = turn.deltaMode === 1 ? LINE_PX : turn.deltaMode === 2 ? PAGE_PX : 1
  const dx = turn.deltaX * unit
  const dy = turn.deltaY * unit
  if (turn.ctrlKey || turn.metaKey) return { act: 'zoom', factor: zoomFactor(dy, true) }
  if (turn.shiftKey) return { act: 'pan', dx: dx === 0 ? dy : dx, dy: 0 }
  if (device === 'mouse' && dx === 0) return { act: 'zoom', factor: zoomFactor(dy, false) }
  return { act: 'pan', dx, dy }
}

function zoomFactor(delta: number, fine: boolean): number {
  const bounded = Math.max(-ZOOM_DELTA_MAX, Math.min(ZOOM_DELTA_MAX, delta))
  // A pinch comes as many small deltas, a notch as one large one.
  const rate = fine && Math.abs(bounded) < NOTCH_PX ? 0.01 : 0.002
  return 2 ** (-bounded * rate)
}
