/**
 * What the run says of each service and line where it stands. Read per id, so that a step draws only what it
 * changed; React Flow's nodes never hear of a run.
 */
import { create } from 'zustand'
import { type Marks, MarksAlong } from '../../../shared/drawing/marks'
import { useBoard } from '../../state/board'
import { momentAt, useRun } from '../../state/run'

const NONE: Marks = { services: new Map(), connections: new Map() }

export const useMarks = create<Marks>()(() => NONE)

/** Marks that say the same stay the same objects, and what shows them is not drawn again. */
let along: MarksAlong | null = null

function refresh(): void {
  const { status, steps, position } = useRun.getState()
  const isRunning = useBoard.getState().mode === 'run' && status === 'ready'
  const moment = isRunning ? momentAt(position) : null
  const before = useMarks.getState()
  if (!moment) {
    if (before !== NONE) useMarks.setState(NONE, true)
    return
  }
  if (along?.steps !== steps) along = new MarksAlong(steps)
  useMarks.setState(along.at(position, moment))
}

/** Returns the way to stop. */
export function startMarks(): () => void {
  refresh()
  const stops = [
    useRun.subscribe((now, before) => {
      const isSame =
        now.position === before.position &&
        now.steps === before.steps &&
        now.status === before.status
      if (!isSame) refresh()
    }),
    useBoard.subscribe((now, before) => {
      if (now.mode !== before.mode) refresh()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
    useMarks.setState(NONE, true)
  }
}
