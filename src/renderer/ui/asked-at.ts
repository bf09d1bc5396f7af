/** Where a menu is to open: at the pointer, or by key in the middle of what has the keyboard. */
import type { MouseEvent } from 'react'

/** In CSS pixels of the window. */
export interface AskedAt {
  readonly x: number
  readonly y: number
}

export function askedAt({ button, clientX, clientY, currentTarget }: MouseEvent): AskedAt {
  if (button === 2) return { x: clientX, y: clientY }
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { x: left + Math.min(width / 2, 120), y: top + height / 2 }
}
