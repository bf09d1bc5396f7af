/**
 * Cut, copy and paste. By keys the browser's own clipboard events carry the text, which asks for no
 * permission; by menu the asynchronous clipboard does, and where that is refused, this page's memory.
 */
import type { Fragment } from '../../shared/scenario/edits'
import { fragmentOf, pasted } from '../../shared/scenario/fragment'
import { lockedAmong } from '../../shared/scenario/lookup'
import type { Point } from '../../shared/scenario/place'
import type { Scenario } from '../../shared/scenario/scenario'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useNotices } from '../state/notices'
import { useSelection } from '../state/selection'
import { idsOf } from './fragment-ids'
import { parseFragment, printFragment } from './fragment-text'
import { perform } from './one-undo-step'

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

/** Takes away what is selected, but for what is locked, which stays selected. */
export function removeSelected(): void {
  const { ids, select } = useSelection.getState()
  const locked = lockedAmong(useDocument.getState().scenario, ids)
  perform([{ edit: 'remove', ids: [...ids].filter((id) => !locked.has(id)) }])
  select([...locked])
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
  const [source] = placesOf(fragment)
  const offset = repeatedOffset(scenario) ?? { x: ASIDE, y: ASIDE }
  const copies = pasted(fragment, scenario, { offset })
  insert(copies)
  const [copy] = placesOf(copies)
  repeat = source && copy ? { copy: copy.id, ids: idsOf(copies), from: source.position } : undefined
}

/** The latest duplicate: moved before it is duplicated again, its next copy goes as far once more. */
let repeat: { copy: string; ids: readonly string[]; from: Point } | undefined

const placesOf = ({ services, zones, notes }: Pick<Fragment, 'services' | 'zones' | 'notes'>) => [
  ...services,
  ...zones,
  ...notes,
]

function repeatedOffset(scenario: Scenario): Point | undefined {
  const { ids } = useSelection.getState()
  const isAgain = repeat?.ids.length === ids.size && repeat.ids.every((id) => ids.has(id))
  if (!repeat || !isAgain) return undefined
  const { copy, from } = repeat
  const { services, zones = [], notes = [] } = scenario
  const now = placesOf({ services, zones, notes }).find(({ id }) => id === copy)
  return now && { x: now.position.x - from.x, y: now.position.y - from.y }
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
