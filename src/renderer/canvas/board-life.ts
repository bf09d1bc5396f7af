/** Everything that runs while a board is on screen: its stores in step, its size known, its wishes heard. */
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { onViewportWish } from '../state/viewport'
import { startAnnouncing } from './chrome/announcements'
import { cancelConnecting } from './gestures/connect-gesture'
import { cancelGesture } from './gestures/pointer'
import { watchTabbing } from './gestures/tabbing'
import { cancelTidyUp, tidyUp } from './layout/tidy-up'
import { startModel } from './model/board-model'
import { startIdleLabels } from './model/idle-labels'
import { BOARD, setOverlay, useOverlay } from './model/overlay'
import { clearPreview } from './model/preview'
import { startMarks } from './run/marks-store'
import { holdMounted, startMounted } from './view/mounted-store'
import { useView } from './view/view-store'
import { fitAll, grantWish, reveal } from './view/wishes'

type DocumentState = ReturnType<typeof useDocument.getState>

export function startBoard(root: HTMLElement): () => void {
  const stops = [
    useDocument.subscribe((now, before) => {
      if (isOpened(now, before)) release = holdMounted()
    }),
    startModel(),
    startIdleLabels(),
    watchSize(root),
    startMounted(),
    startMarks(),
    startAnnouncing(),
    watchTabbing(),
    onViewportWish((wish) => (wish.wish === 'tidyUp' ? void tidyUp() : grantWish(wish))),
    useDocument.subscribe(followDocument),
    useBoard.subscribe((now, before) => {
      if (now.tool !== before.tool || now.mode !== before.mode) letGo()
      if (now.placing === null && before.placing !== null) setOverlay({ ghost: null })
    }),
  ]
  return () => {
    letGo()
    cancelTidyUp()
    for (const stop of stops) stop()
  }
}

/** Drops whatever is half done. */
function letGo(): void {
  cancelGesture()
  clearPreview()
  setOverlay({ connecting: null, appending: null, menu: null, hovered: BOARD, justConnected: null })
}

const FITTABLE_PX = 64

function watchSize(root: HTMLElement): () => void {
  const measure = () => {
    const { width, height, left, top } = root.getBoundingClientRect()
    const { size } = useView.getState()
    // While the panels around it find their places it may be a slit, in which nothing can be fitted.
    const isFirst = size.width < FITTABLE_PX
    useView.setState({ size: { width, height }, corner: { x: left, y: top } })
    if (isFirst && width >= FITTABLE_PX) fitAll('jump')
  }
  measure()
  const observer = new ResizeObserver(measure)
  observer.observe(root)
  // A press is the moment when the corner must be right, whatever has moved the board since.
  root.addEventListener('pointerdown', measure, true)
  root.addEventListener('pointerenter', measure)
  return () => {
    observer.disconnect()
    root.removeEventListener('pointerdown', measure, true)
    root.removeEventListener('pointerenter', measure)
    useView.setState({ size: { width: 0, height: 0 } })
  }
}

function isOpened(now: DocumentState, before: DocumentState): boolean {
  const { past, future } = now.edited
  return (
    now.scenario !== before.scenario &&
    now.origin !== before.origin &&
    past.length + future.length === 0
  )
}

let release = () => {}

function followDocument(now: DocumentState, before: DocumentState): void {
  if (now.scenario === before.scenario) return
  // A question asked of the drawing as it was.
  if (useOverlay.getState().appending) cancelConnecting()
  if (isOpened(now, before)) {
    letGo()
    useSelection.getState().clear()
    fitAll('jump')
    release()
    return
  }
  if (now.touched !== before.touched) showTouched(now)
  forgetRemoved(now)
}

/** An undo shows what it changed. */
function showTouched({ touched, scenario }: DocumentState): void {
  const there = idsOf(scenario)
  const ids = touched.filter((id) => there.has(id))
  if (ids.length === 0) return
  useSelection.getState().select(ids)
  reveal(ids)
}

function forgetRemoved({ scenario }: DocumentState): void {
  const { ids, select } = useSelection.getState()
  if (ids.size === 0) return
  const there = idsOf(scenario)
  const kept = [...ids].filter((id) => there.has(id))
  if (kept.length < ids.size) select(kept)
}

function idsOf({ services, connections, zones = [], notes = [] }: DocumentState['scenario']) {
  return new Set([...services, ...connections, ...zones, ...notes].map((thing) => thing.id))
}
