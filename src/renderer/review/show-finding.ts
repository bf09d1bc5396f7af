/** Playing the run that proves a finding: the timeline goes to the place and takes the fault there. */
import type { Finding } from '../../shared/review/finding'
import { startRun } from '../commands/start-run'
import { useBoard } from '../state/board'
import { useNotices } from '../state/notices'
import { useRun } from '../state/run'
import type { ShowPlan } from './show-plan'

/** `words` say what is to be seen there. */
export function showFinding({ rule }: Finding, plan: ShowPlan, words: string): void {
  startRun()
  useBoard.getState().setBottomTab('review')
  useRun.getState().switchBranch(0)
  for (const { position, choice } of plan.moves) {
    useRun.getState().goTo(position)
    useRun.getState().choose(choice)
  }
  const isBroken = plan.moves.length > 0
  // After a fault the user steps on and watches; without one there is nothing to wait for.
  if (!isBroken) useRun.getState().goTo(plan.position)
  useNotices.getState().say({
    tone: 'info',
    text: isBroken ? 'review:show.stepOn' : `review:${rule}.show`,
    values: { words },
  })
}
