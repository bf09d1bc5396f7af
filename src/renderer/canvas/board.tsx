/**
 * The board: what is near as elements, what is far as one painting, and over both the moment of the run and
 * the small things one holds a board by. Fills its parent.
 */
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '../state/board'
import { startBoard } from './board-life'
import { BoardChrome } from './chrome/board-chrome'
import { Ground } from './far/ground'
import { PaintedLayer } from './far/painted-layer'
import { beginNamingAt } from './gestures/begin-naming'
import { boardKey } from './gestures/board-keys'
import { listenToPaletteDrops } from './gestures/palette-drop'
import { listenToPointer } from './gestures/pointer'
import { useSpaceHeld } from './gestures/space-held'
import { listenToWheel } from './gestures/wheel-listener'
import { openMenuAt } from './menus/open-menu'
import { useOverlay } from './model/overlay'
import { Flow } from './near/flow'
import { MovingLayer } from './run/moving-layer'
import { useMounted } from './view/mounted-store'
import './board.css'
import './near/near.css'

export function Board() {
  const { t } = useTranslation('canvas')
  const root = useRef<HTMLElement>(null)
  const { isHeld: isSpaceHeld, held } = useSpaceHeld()
  const [isReady, setReady] = useState(false)
  useEffect(() => {
    const element = root.current
    if (!element) return
    const stops = [
      startBoard(element),
      listenToPointer(element, held),
      listenToWheel(element),
      listenToPaletteDrops(element),
    ]
    setReady(true)
    return () => {
      for (const stop of stops) stop()
    }
  }, [held])
  return (
    <section
      ref={root}
      className="board"
      aria-label={t('board.label')}
      data-space={isSpaceHeld || undefined}
      data-hides-near={
        useMounted(({ layer, isSettled }) => layer === 'far' && !isSettled) || undefined
      }
      {...useCursorReasons()}
      onKeyDown={boardKey}
      onContextMenu={openMenuAt}
      onDoubleClick={beginNamingAt}
    >
      <Ground />
      <PaintedLayer />
      <ReactFlowProvider>{isReady && <Flow spaceHeld={isSpaceHeld} />}</ReactFlowProvider>
      <MovingLayer />
      <BoardChrome />
    </section>
  )
}

/** The cursor says what a press would do: told to the stylesheet. */
function useCursorReasons() {
  const mode = useBoard((board) => board.mode)
  const tool = useBoard((board) => board.tool)
  const isPlacing = useBoard((board) => board.placing !== null)
  const dragging = useOverlay((overlay) => overlay.dragging)
  const over = useOverlay((overlay) => overlay.hovered.on)
  const isConnecting = useOverlay((overlay) => overlay.connecting !== null)
  return {
    'data-mode': mode,
    'data-tool': tool,
    'data-over': over,
    'data-dragging': dragging,
    'data-placing': isPlacing || undefined,
    'data-connecting': isConnecting || undefined,
  }
}
