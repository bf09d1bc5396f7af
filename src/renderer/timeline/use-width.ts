/** The width of an element in CSS pixels, kept as it changes. */
import { type RefObject, useLayoutEffect, useState } from 'react'

/** `initialPx` until the first layout: what it was when it was last shown, where that is known. */
export function useWidth(element: RefObject<HTMLElement | null>, initialPx = 0): number {
  const [widthPx, setWidthPx] = useState(initialPx)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return
    setWidthPx(current.clientWidth)
    const observer = new ResizeObserver(() => setWidthPx(current.clientWidth))
    observer.observe(current)
    return () => observer.disconnect()
  }, [element])
  return widthPx
}
