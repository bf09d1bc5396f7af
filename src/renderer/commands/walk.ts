/** Moves through the run from a view of it. Whoever moves is running: the drawing is locked from then on. */
import type { ChoiceInfo } from '../../shared/engine/choices'
import { useBoard } from '../state/board'
import { useRun } from '../state/run'
import { startRun } from './start-run'

function running() {
  if (useBoard.getState().mode !== 'run') startRun()
  return useRun.getState()
}

export function walkTo(position: number): void {
  running().goTo(position)
}

export function walkForward(): void {
  running().forward()
}

export function walkBack(): void {
  running().back()
}

export function playOrPause(): void {
  const { playing, play, pause } = running()
  if (playing) pause()
  else play()
}

/** Lets something else happen here: a new branch, shown from its first step. */
export function walkElsewhere({ choice }: ChoiceInfo): void {
  const { playing, pause, choose } = running()
  if (playing) pause()
  choose(choice)
}

export function walkBranch(id: number): void {
  running().switchBranch(id)
}
