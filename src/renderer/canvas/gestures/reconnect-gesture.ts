/** Pulling one end of a line to another service. Let go over nothing, the line stays as it was. */
import { connectionById } from '../../../shared/scenario/lookup'
import { type LineEnd, reconnectEdit } from '../../../shared/scenario/reconnect'
import { useDocument } from '../../state/document'
import { commitGesture, useModel } from '../model/board-model'
import { serviceAt } from '../model/hit-test'
import { setOverlay } from '../model/overlay'
import type { Gesture, PointerAt } from './gesture'

export function pullEnd(id: string, end: LineEnd): Gesture | null {
  const connection = connectionById(useDocument.getState().scenario).get(id)
  if (!connection) return null
  const fixed = end === 'from' ? connection.to : connection.from
  const letGo = () => setOverlay({ connecting: null })
  return {
    panning: true,
    move: ({ board }: PointerAt) => {
      const target = serviceAt(useModel.getState(), board)
      setOverlay({ connecting: { from: fixed, to: board, target } })
    },
    end: ({ board }, moved) => {
      letGo()
      const target = moved ? serviceAt(useModel.getState(), board) : null
      if (target === null) return
      const edit = reconnectEdit(useDocument.getState().scenario, id, end, target)
      if (edit) commitGesture([edit])
    },
    cancel: letGo,
  }
}
