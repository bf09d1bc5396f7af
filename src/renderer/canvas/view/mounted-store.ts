/** Keeps the list of mounted things in step with the board and the view. */
import { create } from 'zustand'
import { useBoard } from '../../state/board'
import { useModel } from '../model/board-model'
import { useOverlay } from '../model/overlay'
import { type Mounted, mountedFor, NOTHING_MOUNTED } from './mounted'
import { useView } from './view-store'

export const useMounted = create<Mounted>()(() => NOTHING_MOUNTED)

function refresh(): void {
  const { view, size } = useView.getState()
  if (size.width === 0) return
  const before = useMounted.getState()
  const next = mountedFor(before, useModel.getState(), view, size, touched())
  if (next !== before) useMounted.setState(next)
}

/** What has the keyboard, is being named, or begins a line is an element, however far the view. */
function touched(): ReadonlySet<string> {
  const { focused, connecting } = useOverlay.getState()
  const { naming } = useBoard.getState()
  const ids = [focused, naming, connecting?.from]
  return new Set(ids.filter((id): id is string => typeof id === 'string'))
}

/** Returns the way to stop. */
export function startMounted(): () => void {
  refresh()
  const stops = [
    useView.subscribe(refresh),
    useModel.subscribe(refresh),
    useBoard.subscribe((now, before) => {
      if (now.naming !== before.naming) refresh()
    }),
    useOverlay.subscribe((now, before) => {
      if (now.focused !== before.focused || now.connecting !== before.connecting) refresh()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    useMounted.setState(NOTHING_MOUNTED, true)
  }
}
