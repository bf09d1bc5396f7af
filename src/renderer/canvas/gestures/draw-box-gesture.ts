/** Drawing a zone or a note corner to corner; a mere click puts one of the usual size. */
import { isServiceItem } from '../../../shared/scenario/palette'
import { useBoard } from '../../state/board'
import { setOverlay } from '../model/overlay'
import { paletteItem, placeItem } from '../model/place'
import { boundsBetween, centreOf } from '../view/bounds'
import type { Gesture, PointerAt } from './gesture'
import { hideGuides, snapGround, snappedPlace } from './snapping'

/** Smaller than this nobody meant to draw. Board units. */
const SIDE_MIN = 40

export function drawBox(paletteId: string, start: PointerAt): Gesture {
  const item = paletteItem(paletteId)
  const isDrawn = item !== undefined && !isServiceItem(item)
  const ground = snapGround(new Set())
  const corner = snappedPlace(start.board, ground, start)
  const boxAt = (at: PointerAt) => boundsBetween(corner, snappedPlace(at.board, ground, at))
  const letGo = () => {
    setOverlay({ ghost: null })
    hideGuides()
  }
  hideGuides()
  return {
    panning: isDrawn,
    move: (now) => {
      if (!isDrawn) {
        setOverlay({ ghost: { paletteId, at: now.board } })
        return
      }
      const box = boxAt(now)
      setOverlay({ ghost: { paletteId, at: centreOf(box), size: box } })
    },
    end: (now, moved) => {
      const box = boxAt(now)
      letGo()
      const isLarge = box.width >= SIDE_MIN && box.height >= SIDE_MIN
      if (isDrawn && moved && isLarge) placeItem(paletteId, centreOf(box), box)
      else placeItem(paletteId, now.board)
      // With Shift held, the same thing is placed again and again.
      if (now.shift) return
      useBoard.getState().setTool('select')
    },
    cancel: letGo,
  }
}
