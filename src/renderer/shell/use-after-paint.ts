/** For what may come a moment later than the rest of its screen: false until that has been painted. */
import { startTransition, useEffect, useState } from 'react'

export function useAfterPaint(): boolean {
  const [isAfter, setAfter] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    // The first frame measures the board, the second has its boxes; a frame is painted after its callbacks.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        timer = setTimeout(() => startTransition(() => setAfter(true)))
      })
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return isAfter
}
