/** Which part of a scrolled element is in sight, in coarse bands: scrolling draws anew only now and then. */
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'

export interface InSight {
  readonly widthPx: number
  /** From the content's top, a band more than what is seen on either side. */
  readonly fromPx: number
  readonly toPx: number
}

/**
 * `bandPx`: how much is scrolled before anything is drawn anew. Whoever scrolls calls `measure`; `onScroll` draws at
 * once, so that what has come into sight is never blank.
 */
export function useInSight(
  scroller: RefObject<HTMLElement | null>,
  bandPx: number,
): InSight & { readonly measure: () => void; readonly onScroll: () => void } {
  const [inSight, setInSight] = useState<InSight>({ widthPx: 0, fromPx: 0, toPx: 2 * bandPx })
  const measure = useCallback(() => {
    const { current } = scroller
    // A hidden panel has no size; what was seen before is what will be seen again.
    if (!current || current.clientHeight === 0) return
    const { scrollTop, clientHeight, clientWidth } = current
    const fromPx = (Math.floor(scrollTop / bandPx) - 1) * bandPx
    const toPx = (Math.ceil((scrollTop + clientHeight) / bandPx) + 1) * bandPx
    setInSight((before) =>
      before.fromPx === fromPx && before.toPx === toPx && before.widthPx === clientWidth
        ? before
        : { widthPx: clientWidth, fromPx, toPx },
    )
  }, [scroller, bandPx])
  useLayoutEffect(() => {
    const { current } = scroller
    if (!current) return
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [scroller, measure])
  const onScroll = useCallback(() => flushSync(measure), [measure])
  return { ...inSight, measure, onScroll }
}
