/**
 * Pulling a line. Press on a handle and drag; or, with the connect tool, click one service and then another.
 * Let go over nothing, and the board asks which service shall stand there.
 */

import { useModel } from '../model/board-model'
import { append, connect } from '../model/connect'
import { serviceAt } from '../model/hit-test'
import { setOverlay, useOverlay } from '../model/overlay'
import { placeItem } from '../model/place'
import type { Gesture, PointerAt } from './gesture'

/** A line let go this near its own service was not meant to lead anywhere. Board units. */
const TOO_NEAR = 30

export function pullLine(from: string): Gesture {
  return {
    panning: true,
    move: (at) => follow(from, at),
    end: (at, moved) => {
      // A click on a handle leaves the line hanging on the pointer until the next click.
      if (moved) finishAt(from, at, 'drag')
      else follow(from, at)
    },
    cancel: cancelConnecting,
  }
}

/** The second click of click-click. */
export function endLine(from: string): Gesture {
  return {
    panning: true,
    move: (at) => follow(from, at),
    end: (at) => finishAt(from, at, 'click'),
    cancel: cancelConnecting,
  }
}

export function follow(from: string, at: Pick<PointerAt, 'board'>): void {
  const target = serviceAt(useModel.getState(), at.board)
  setOverlay({ connecting: { from, to: at.board, target } })
}

function finishAt(from: string, at: PointerAt, how: 'drag' | 'click'): void {
  const model = useModel.getState()
  const target = serviceAt(model, at.board)
  if (target !== null && (target !== from || how === 'click')) {
    connect(from, target)
    return
  }
  if (target === from || isNear(from, at)) cancelConnecting()
  else
    setOverlay({
      connecting: { from, to: at.board, target: null },
      appending: { from, at: at.board, by: 'pointer' },
    })
}

function isNear(from: string, { board }: PointerAt): boolean {
  const bounds = useModel.getState().services.get(from)
  if (!bounds) return true
  const dx = Math.max(bounds.x - board.x, 0, board.x - bounds.x - bounds.width)
  const dy = Math.max(bounds.y - board.y, 0, board.y - bounds.y - bounds.height)
  return Math.hypot(dx, dy) < TOO_NEAR
}

/** Answers the question of a line let go over nothing; null: no service, no line. */
export function answerAppending(paletteId: string | null): void {
  const { appending } = useOverlay.getState()
  cancelConnecting()
  if (!appending || paletteId === null) return
  const { from, at, by } = appending
  if (from === null) placeItem(paletteId, at)
  else append(from, paletteId, at, by)
}

export function cancelConnecting(): void {
  setOverlay({ connecting: null, appending: null })
}
