/**
 * Cut, copy and paste. By keys the browser's own clipboard events carry the text, which asks for no
 * permission; by menu the asynchronous clipboard does, and where that is refused, this page's memory.
 */
import type { Fragment } from '../../shared/scenario/edits'
import { fragmentOf, pasted } from '../../shared/scenario/fragment'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useNotices } from '../state/notices'
import { useSelection } from '../state/selection'
import { idsOf } from './fragment-ids'
import { parseFragment, printFragment } from './fragment-text'

let copied = ''
/** Pastes of the same text one after another step aside, so that none hides another. */
let pastes = 0
const ASIDE = 24

function copiedText(): string | undefined {
  const { ids } = useSelection.getState()
  const fragment = fragmentOf(useDocument.getState().scenario, ids)
  if (idsOf(fragment).length === 0) return undefined
  copied = printFragment(fragment)
  pastes = 0
  return copied
}

function removeSelected(): void {
  const { ids, clear } = useSelection.getState()
  useDocument.getState().edit({ edit: 'remove', ids: [...ids] })
  clear()
}

function insert(fragment: Fragment): void {
  useDocument.getState().edit({ edit: 'insert', ...fragment })
  useSelection.getState().select(idsOf(fragment))
}

function pasteText(text: string): boolean {
  const fragment = parseFragment(text)
  if (!fragment) return false
  const { scenario } = useDocument.getState()
  const { pointer } = useBoard.getState()
  if (pointer) insert(pasted(fragment, scenario, { at: pointer }))
  else {
    pastes += 1
    insert(pasted(fragment, scenario, { offset: { x: ASIDE * pastes, y: ASIDE * pastes } }))
  }
  return true
}

export function duplicateSelected(): void {
  const { scenario } = useDocument.getState()
  const fragment = fragmentOf(scenario, useSelection.getState().ids)
  if (idsOf(fragment).length === 0) return
  insert(pasted(fragment, scenario, { offset: { x: ASIDE, y: ASIDE } }))
}

export function copyByMenu(): void {
  const text = copiedText()
  if (text) navigator.clipboard?.writeText(text).catch(() => {})
}

export function cutByMenu(): void {
  copyByMenu()
  removeSelected()
}

export async function pasteByMenu(): Promise<void> {
  let text = copied
  try {
    text = (await navigator.clipboard.readText()) || copied
  } catch {
    // Refused, or no clipboard here: what was copied in this window is still good.
  }
  if (!pasteText(text) && !pasteText(copied)) {
    useNotices.getState().say({ tone: 'info', text: 'commands:notice.nothingToPaste' })
  }
}

function isElsewhere(event: ClipboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null
  const typing = target?.closest('input, textarea, [contenteditable="true"]')
  const { screen, dialog } = useBoard.getState()
  return Boolean(typing) || dialog !== null || screen !== 'board' || event.defaultPrevented
}

function onCopy(event: ClipboardEvent): void {
  // Words selected with the mouse are what the user means to copy.
  if (isElsewhere(event) || String(window.getSelection()) !== '') return
  const cutting = event.type === 'cut'
  if (cutting && useBoard.getState().mode === 'run') return
  const text = copiedText()
  if (!text) return
  event.clipboardData?.setData('text/plain', text)
  event.preventDefault()
  if (cutting) removeSelected()
}

function onPaste(event: ClipboardEvent): void {
  if (isElsewhere(event) || useBoard.getState().mode === 'run') return
  if (pasteText(event.clipboardData?.getData('text/plain') ?? '')) event.preventDefault()
}

/** Listens until the returned function is called. */
export function listenToClipboard(): () => void {
  window.addEventListener('copy', onCopy)
  window.addEventListener('cut', onCopy)
  window.addEventListener('paste', onPaste)
  return () => {
    window.removeEventListener('copy', onCopy)
    window.removeEventListener('cut', onCopy)
    window.removeEventListener('paste', onPaste)
  }
}
