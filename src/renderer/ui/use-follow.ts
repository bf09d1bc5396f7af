/**
 * Keeps one band of a scrolled view in sight until the user scrolls it out of sight, and takes it up again
 * when the user scrolls back or asks. Knows heights in CSS pixels, never what is shown.
 */
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

export interface Band {
  readonly topPx: number
  readonly heightPx: number
  /** What sticks to the top of the view and hides what is under it. */
  readonly headPx?: number
}

/** Outlives the view, which may be hidden and drawn anew. */
export interface Scrolled {
  scrollPx: number
  lost: boolean
}

export interface Follow {
  /** The band is out of sight because the user scrolled away. */
  readonly lost: boolean
  readonly onScroll: () => void
  readonly resume: () => void
}

/** `onMove`: told when the view was scrolled here and not by the user. */
export function useFollow(
  scroller: RefObject<HTMLElement | null>,
  { topPx, heightPx, headPx = 0 }: Band,
  memory: Scrolled,
  onMove: () => void,
): Follow {
  const [lost, setLost] = useState(memory.lost)
  const drawn = useRef(false)
  const show = useCallback(() => {
    const { current } = scroller
    if (!current) return
    reveal(current, topPx, heightPx, headPx)
    onMove()
  }, [scroller, onMove, topPx, heightPx, headPx])
  const follow = useCallback(() => {
    const { current } = scroller
    if (!memory.lost) show()
    else if (current && isInSight(current, topPx, heightPx, headPx)) {
      // The run came to where the user is looking: there is nothing to go back to.
      memory.lost = false
      setLost(false)
    }
  }, [scroller, memory, show, topPx, heightPx, headPx])
  useLayoutEffect(() => {
    const { current } = scroller
    if (drawn.current) {
      // Asking for a scroll lays the page out: once a frame is enough, however many steps it takes.
      const frame = requestAnimationFrame(() => flushSync(follow))
      return () => cancelAnimationFrame(frame)
    }
    drawn.current = true
    if (current) current.scrollTop = memory.scrollPx
    follow()
  }, [scroller, memory, follow])
  return {
    // Another run's memory starts afresh, whatever was scrolled before.
    lost: lost && memory.lost,
    onScroll: () => {
      const { current } = scroller
      if (!current || current.clientHeight === 0) return
      memory.scrollPx = current.scrollTop
      memory.lost = !isInSight(current, topPx, heightPx, headPx)
      setLost(memory.lost)
    },
    resume: () => {
      memory.lost = false
      setLost(false)
      show()
    },
  }
}

function isInSight(view: HTMLElement, topPx: number, heightPx: number, headPx: number): boolean {
  const from = view.scrollTop + headPx
  return topPx + heightPx > from && topPx < view.scrollTop + view.clientHeight
}

/** Scrolls no further than needed, and leaves room for what comes before and after. */
function reveal(view: HTMLElement, topPx: number, heightPx: number, headPx: number): void {
  const room = Math.min(2 * heightPx, Math.max(0, (view.clientHeight - headPx - heightPx) / 2))
  const highest = topPx - headPx - room
  const lowest = topPx + heightPx + room - view.clientHeight
  if (view.scrollTop > highest) view.scrollTop = highest
  else if (view.scrollTop < lowest) view.scrollTop = lowest
}
