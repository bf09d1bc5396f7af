/** What of the run a menu is open for: a step in the list or the sequence, or a message in a queue. */
import { create } from 'zustand'
import type { Step } from '../../shared/engine/step'

interface AskedMenu {
  /** A step, or the id of a message. */
  readonly about: Step | number
  readonly label: string
  /** Where the menu is to open, in CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
}

export const useAskedMenu = create<{ readonly asked: AskedMenu | null }>()(() => ({ asked: null }))

export function setAskedMenu(asked: AskedMenu | null): void {
  useAskedMenu.setState({ asked })
}
