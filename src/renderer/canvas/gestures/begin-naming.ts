/**
 * A double click: on a thing its words are edited in place, on a point of a line the point goes, and empty
 * paper asks which service shall stand there.
 */
import type { MouseEvent } from 'react'
import { useBoard } from '../../state/board'
import { heldPart } from '../chrome/line-handles'
import { useModel } from '../model/board-model'
import { targetAt } from '../model/hit-test'
import { setOverlay, tryLocked } from '../model/overlay'
import { useView } from '../view/view-store'
import { pointerAt } from './pointer'
import { removeWaypoint } from './waypoint-gesture'

export function beginNamingAt(event: MouseEvent): void {
  const { target } = event
  if (target instanceof Element && target.closest('[data-board-chrome], input, textarea')) return
  const held = target instanceof Element ? heldPart(target) : null
  if (held?.part === 'point') {
    removeWaypoint(held.id, held.index)
    return
  }
  if (held?.part === 'bend') {
    useBoard.getState().setNaming(held.id)
    return
  }
  const { board } = pointerAt(event.nativeEvent)
  const thing = targetAt(useModel.getState(), board, useView.getState().view.zoom)
  const isEditing = useBoard.getState().mode === 'edit'
  if (thing.on === 'board') {
    if (isEditing) setOverlay({ appending: { from: null, at: board, by: 'pointer' } })
    return
  }
  if (isEditing) useBoard.getState().setNaming(thing.id)
  else tryLocked()
}
