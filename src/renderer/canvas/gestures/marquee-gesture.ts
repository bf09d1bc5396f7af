/** Dragging over the empty board draws a box that selects what it touches; a click there selects nothing. */
import { useSelection } from '../../state/selection'
import { useModel } from '../model/board-model'
import { thingsIn } from '../model/hit-test'
import { setOverlay } from '../model/overlay'
import { boundsBetween } from '../view/bounds'
import type { Gesture, PointerAt } from './gesture'

export function pressBoard(at: PointerAt): Gesture {
  const before = [...useSelection.getState().ids]
  const kept = at.adds ? before : []
  const { select } = useSelection.getState()
  if (!at.adds) useSelection.getState().clear()
  return {
    panning: true,
    move: (now) => {
      const marquee = boundsBetween(at.board, now.board)
      setOverlay({ marquee })
      const ids = new Set([...kept, ...thingsIn(useModel.getState(), marquee)])
      select([...ids])
    },
    end: () => setOverlay({ marquee: null }),
    cancel: () => {
      setOverlay({ marquee: null })
      select(before)
    },
  }
}
