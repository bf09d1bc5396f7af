/** Which part of a scrolled element is in sight, in coarse bands: scrolling draws anew only now and then. */
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'

const BAND_PX = 400

export interface InSight {
  readonly widthPx: number
  /** From the content's top, a band more than what is seen on either side. */
  readonly fromPx: number
  readonly toPx: number
}

const NOTHING: InSight = { widthPx: 0, fromPx: 0, toPx: 2 * BAND_PX }

export function useInSight(
  scroller: RefObject<HTMLElement | null>,
): InSight & { readonly onScroll: () => void } {
  const [inSight, setInSight] = useState(NOTHING)
  const measure = useCallback(() => {
    const { current } = scroller
    // A hidden panel has no size; what was seen before is what will be seen again.
    if (!current || current.clientHeight === 0) return
    const { scrollTop, clientHeight, clientWidth } = current
    const fromPx = (Math.floor(scrollTop / BAND_PX) - 1) * BAND_PX
    const toPx = (Math.ceil((scrollTop + clientHeight) / BAND_PX) + 1) * BAND_PX
    setInSight((before) =>
      before.fromPx === fromPx && before.toPx === toPx && before.widthPx === clientWidth
        ? before
        : { widthPx: clientWidth, fromPx, toPx },
    )
  }, [scroller])
  useLayoutEffect(() => {
    const { current } = scroller
    if (!current) return
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [scroller, measure])
  return { ...inSight, onScroll: measure }
}
