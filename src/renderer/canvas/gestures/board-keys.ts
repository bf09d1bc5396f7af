/**
 * Keys that mean something only on the board: walking from service to service, and connecting without a
 * pointer. Everything else is a command.
 */
import type { KeyboardEvent } from 'react'
import { useBoard } from '../../state/board'
import { useSelection } from '../../state/selection'
import { useModel } from '../model/board-model'
import { connect } from '../model/connect'
import { setOverlay, useOverlay } from '../model/overlay'
import { centreOf } from '../view/bounds'
import { useMounted } from '../view/mounted-store'
import { reveal } from '../view/wishes'
import { cancelConnecting } from './connect-gesture'

export function boardKey(event: KeyboardEvent): void {
  const service = focusedService(event)
  if (event.key === 'Escape' && useOverlay.getState().connecting) {
    cancelConnecting()
    event.preventDefault()
    return
  }
  if (service === null) return
  selectBefore(event, service)
  if (event.key === 'Tab' && !event.ctrlKey && !event.altKey) walk(event, service)
  if (event.key === 'Enter' && useBoard.getState().tool === 'connect') {
    event.preventDefault()
    pickEnd(service)
  }
}

const ABOUT_SELECTION = /^(Enter|F2|Delete|Backspace|Arrow\w+)$/

/** A verb pressed on what has the keyboard is about it, however the keyboard came there. */
function selectBefore({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, id: string): void {
  if (altKey || !ABOUT_SELECTION.test(key)) return
  // With Ctrl only the arrows are about it: they add a service beside it.
  if ((ctrlKey || metaKey) && !key.startsWith('Arrow')) return
  const { ids, select } = useSelection.getState()
  if (!ids.has(id)) select([id])
}

function focusedService({ target }: KeyboardEvent): string | null {
  if (!(target instanceof HTMLElement)) return null
  return target.dataset.service ?? null
}

/** To the next service of the scenario, whether it is on screen or not; past the last one Tab goes on as ever. */
function walk(event: KeyboardEvent, from: string): void {
  const ids = [...useModel.getState().services.keys()]
  const next = ids[ids.indexOf(from) + (event.shiftKey ? -1 : 1)]
  if (next === undefined) return
  event.preventDefault()
  focusService(next, event.currentTarget)
}

/** Mounts the service if need be, gives it the keyboard and shows it. */
export function focusService(id: string, root: Element): void {
  setOverlay({ focused: id })
  useSelection.getState().select([id])
  reveal([id])
  const { connecting } = useOverlay.getState()
  const bounds = useModel.getState().services.get(id)
  if (connecting && bounds) {
    setOverlay({ connecting: { ...connecting, to: centreOf(bounds), target: id } })
  }
  // The element may come with the next frame: the list of mounted services has just changed.
  const focus = () =>
    root
      .querySelector<HTMLElement>(`[data-service="${CSS.escape(id)}"]`)
      // Scrolling is the view's affair: the browser would shift the canvas inside its frame.
      ?.focus({ preventScroll: true })
  if (useMounted.getState().services.includes(id)) requestAnimationFrame(focus)
  focus()
}

/** The connect tool by keys: Enter on the one, Enter on the other. */
function pickEnd(id: string): void {
  const { connecting } = useOverlay.getState()
  const bounds = useModel.getState().services.get(id)
  if (connecting) connect(connecting.from, id)
  else if (bounds) setOverlay({ connecting: { from: id, to: centreOf(bounds), target: null } })
}
