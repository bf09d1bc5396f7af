/** Keeps the list of mounted things in step with the board and the view. */
import { create } from 'zustand'
import { useBoard } from '../../state/board'
import { useModel } from '../model/board-model'
import { useOverlay } from '../model/overlay'
import { type Mounted, mountedFor, NOTHING_MOUNTED, whileMoving } from './mounted'
import { useView } from './view-store'

export const useMounted = create<Mounted>()(() => NOTHING_MOUNTED)

/** A view that has not moved for so long rests. */
const REST_MS = 140

let rest: ReturnType<typeof setTimeout> | undefined

let isHeld = false

/** Another board has come, and the view is of the one before: nothing is mounted for it until this is released. */
export function holdMounted(): () => void {
  isHeld = true
  return () => {
    isHeld = false
    refresh('now')
  }
}

function refresh(how: 'moving' | 'now'): void {
  const { view, size } = useView.getState()
  if (size.width === 0 || isHeld) return
  const before = useMounted.getState()
  const wanted = mountedFor(before, useModel.getState(), view, size, touched())
  const next = how === 'moving' ? whileMoving(before, wanted) : wanted
  if (next !== before) useMounted.setState(next)
  clearTimeout(rest)
  if (!next.isSettled) rest = setTimeout(() => refresh('now'), REST_MS)
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
  refresh('now')
  const stops = [
    useView.subscribe((now, before) => {
      refresh(now.size === before.size ? 'moving' : 'now')
    }),
    useModel.subscribe(() => refresh('now')),
    useBoard.subscribe((now, before) => {
      if (now.naming !== before.naming) refresh('now')
    }),
    useOverlay.subscribe((now, before) => {
      const isSame =
        now.focused === before.focused && now.connecting?.from === before.connecting?.from
      if (!isSame) refresh('now')
    }),
  ]
  return () => {
    clearTimeout(rest)
    for (const stop of stops) stop()
    useMounted.setState(NOTHING_MOUNTED, true)
  }
}
