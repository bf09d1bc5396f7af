/**
 * Keeps the current row in sight until the user scrolls it out of sight, and takes it up again when the
 * user scrolls back or asks.
 */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { STEP_ROW_PX } from './step-row'

export interface Follow {
  /** The current row is out of sight because the user scrolled away. */
  readonly lost: boolean
  readonly onScroll: () => void
  readonly resume: () => void
}

export function useFollow(
  scroller: RefObject<HTMLElement | null>,
  row: number,
  scrollTo: (row: number) => void,
): Follow {
  const [lost, setLost] = useState(false)
  const scroll = useRef(scrollTo)
  scroll.current = scrollTo
  const drawn = useRef(false)
  useLayoutEffect(() => {
    // The first time, the scroll kept from before stands.
    const first = !drawn.current
    drawn.current = true
    if (!lost && !first) scroll.current(Math.max(0, row))
  }, [row, lost])
  return {
    lost,
    onScroll: () => {
      const { current } = scroller
      if (current) setLost(!isInSight(current, row))
    },
    resume: () => {
      setLost(false)
      scroll.current(Math.max(0, row))
    },
  }
}

/** No row is current at the start of a run: the top is "now" then. */
function isInSight(scroller: HTMLElement, row: number): boolean {
  const top = Math.max(0, row) * STEP_ROW_PX
  const { scrollTop, clientHeight } = scroller
  return top + STEP_ROW_PX > scrollTop && top < scrollTop + clientHeight
}
