/**
 * The virtual time on screen, apart from the run's own store: it changes every frame while a run plays, and
 * only the layer that draws moving messages listens to it.
 */
import { create } from 'zustand'

interface ClockState {
  /** Integer microseconds of virtual time. */
  readonly nowUs: number
}

export const useClock = create<ClockState>()(() => ({ nowUs: 0 }))

/** How long the glide takes that follows a single step, in milliseconds of wall time. */
const GLIDE_MS = 220
/** One virtual millisecond is shown this many wall milliseconds long at speed 1, within the bounds below. */
const STRETCH = 12
const STEP_MS_MIN = 260
const STEP_MS_MAX = 1_400

let frame = 0

export function stillMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

function set(nowUs: number): void {
  useClock.setState({ nowUs: Math.round(nowUs) })
}

export function stopClock(): void {
  cancelAnimationFrame(frame)
}

export function setClock(nowUs: number): void {
  stopClock()
  set(nowUs)
}

/** Lets the clock run from one virtual time to another in `wallMs`, then calls `arrived`. */
function run(fromUs: number, toUs: number, wallMs: number, arrived: () => void): void {
  stopClock()
  const began = performance.now()
  const tick = () => {
    const share = Math.min(1, (performance.now() - began) / wallMs)
    set(fromUs + (toUs - fromUs) * share)
    if (share < 1) frame = requestAnimationFrame(tick)
    else arrived()
  }
  set(fromUs)
  frame = requestAnimationFrame(tick)
}

/** After a single step: messages set off and come to rest half-way to what happens next. */
export function glideClock(fromUs: number, nextUs: number): void {
  const restUs = (fromUs + nextUs) / 2
  if (stillMotion() || nextUs <= fromUs) setClock(restUs)
  else run(fromUs, restUs, GLIDE_MS, () => {})
}

/** While playing: time flows to the next step, long waits cut short and instants drawn out. */
export function playClock(fromUs: number, toUs: number, speed: number, arrived: () => void): void {
  const wallMs = ((toUs - fromUs) / 1000) * STRETCH
  const boundedMs = Math.min(STEP_MS_MAX, Math.max(STEP_MS_MIN, wallMs)) / speed
  if (stillMotion()) run(fromUs, fromUs, boundedMs, arrived)
  else run(fromUs, toUs, boundedMs, arrived)
}
