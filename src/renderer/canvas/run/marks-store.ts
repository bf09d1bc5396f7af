/**
 * What the run says of each service and line where it stands. Read per id, so that a step draws only what it
 * changed; React Flow's nodes never hear of a run.
 */
import { create } from 'zustand'
import { type Marks, marksAt } from '../../../shared/drawing/marks'
import { useBoard } from '../../state/board'
import { momentAt, useRun } from '../../state/run'

const NONE: Marks = { services: new Map(), connections: new Map() }

export const useMarks = create<Marks>()(() => NONE)

function refresh(): void {
  const { status, steps, position } = useRun.getState()
  const isRunning = useBoard.getState().mode === 'run' && status === 'ready'
  const moment = isRunning ? momentAt(position) : null
  const before = useMarks.getState()
  if (!moment) {
    if (before !== NONE) useMarks.setState(NONE, true)
    return
  }
  const next = marksAt(steps, position, moment)
  useMarks.setState({
    ...next,
    services: keptWhereSame(before.services, next.services),
    connections: next.connections,
  })
}

/** Marks that say the same stay the same objects, and what shows them is not drawn again. */
function keptWhereSame<T>(
  before: ReadonlyMap<string, T>,
  next: ReadonlyMap<string, T>,
): ReadonlyMap<string, T> {
  const kept = new Map<string, T>()
  for (const [id, mark] of next) {
    const old = before.get(id)
    const isSame = old !== undefined && JSON.stringify(old) === JSON.stringify(mark)
    kept.set(id, isSame ? old : mark)
  }
  return kept
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
