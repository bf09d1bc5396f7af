/** Whether Space is down over the board, which turns a drag into a look around. While a run is on, Space plays. */
import { useCallback, useEffect, useRef, useState } from 'react'
import { useBoard } from '../../state/board'

const OTHERS =
  'input, textarea, select, button, a, [contenteditable="true"], [role="menu"], [role="dialog"]'

function isForBoard(event: KeyboardEvent): boolean {
  const { mode, dialog, screen } = useBoard.getState()
  if (mode !== 'edit' || dialog || screen !== 'board') return false
  return !(event.target instanceof Element && event.target.closest(OTHERS))
}

export function useSpaceHeld(): { readonly isHeld: boolean; readonly held: () => boolean } {
  const [isHeld, setHeld] = useState(false)
  const now = useRef(false)
  const held = useCallback(() => now.current, [])
  useEffect(() => {
    const set = (value: boolean) => {
      now.current = value
      setHeld(value)
    }
    const down = (event: KeyboardEvent) => {
      if (event.code !== 'Space' || !isForBoard(event)) return
      // Space would scroll the page.
      event.preventDefault()
      if (!event.repeat) set(true)
    }
    const up = (event: KeyboardEvent) => {
      if (event.code === 'Space') set(false)
    }
    // A window left while Space is down never hears of its release.
    const leave = () => set(false)
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    window.addEventListener('blur', leave)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
      window.removeEventListener('blur', leave)
    }
  }, [])
  return { isHeld, held }
}
