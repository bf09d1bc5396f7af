/**
 * Turns key presses on the window into commands. Leaves alone what a field, a menu or another widget needs
 * for itself, and whatever a view has already taken.
 */
import { useBoard } from '../state/board'
import { COMMANDS } from './commands'
import { matchesKeys } from './keys'
import { IS_MAC } from './platform'

const FIELD = 'input, textarea, select, [contenteditable="true"]'
/** Widgets that move inside themselves by arrows, Home and End. */
const MOVES_INSIDE =
  '[role="menu"], [role="menuitem"], [role="listbox"], [role="tablist"], [role="slider"], [role="separator"], .segmented'
/** Open over the page: whatever is pressed in them without Ctrl is theirs, letters that look for an item too. */
const POPUPS = '[role="menu"], [role="listbox"], [role="combobox"], [role="dialog"]'
const MOVING_KEYS = /^(Arrow|Home|End|Page)/
const PRESSES =
  'button, a, summary, [role="button"], [role="switch"], [role="tab"], [role="option"]'

function isWidgetsOwn(target: Element, { key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  if (!ctrlKey && !metaKey && target.closest(POPUPS)) return true
  if (MOVING_KEYS.test(key)) return target.closest(MOVES_INSIDE) !== null
  if (key === ' ' || key === 'Enter') return target.closest(PRESSES) !== null
  return false
}

function dispatch(press: KeyboardEvent): void {
  if (press.defaultPrevented || press.isComposing || useBoard.getState().dialog) return
  const target = press.target instanceof Element ? press.target : document.body
  const field = target.closest(FIELD)
  if (field instanceof HTMLElement && press.key === 'Escape') {
    field.blur()
    return
  }
  if (!field && isWidgetsOwn(target, press)) return
  for (const command of COMMANDS) {
    if (command.byBrowser || (field && !command.inFields)) continue
    if (!command.keys.some((keys) => matchesKeys(keys, press, IS_MAC))) continue
    if (command.enabled() !== true) continue
    press.preventDefault()
    command.run()
    return
  }
}

/** Listens until the returned function is called. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', dispatch)
  return () => window.removeEventListener('keydown', dispatch)
}
