/**
 * The bar over the run: its buttons, where it stands, the scrubber, what else could happen, the speed, the
 * branches. Only shows and asks; the run itself lives in state/run.
 */
import { useTranslation } from 'react-i18next'
import { useRun } from '../state/run'
import { BranchMenu } from './branch-menu'
import { ChoiceMenu } from './choice-menu'
import { PositionReadout } from './position-readout'
import { RunInvitation } from './run-invitation'
import { RunProblems } from './run-problems'
import { RunStale } from './run-stale'
import { Scrubber } from './scrubber'
import { SpeedMenu } from './speed-menu'
import { StepAnnouncer } from './step-announcer'
import { Transport } from './transport'
import { useStale } from './use-stale'
import './timeline-bar.css'

export function TimelineBar() {
  const { t } = useTranslation('run')
  const status = useRun((run) => run.status)
  const stale = useStale()
  return (
    <section className="timeline-bar" aria-label={t('timeline')}>
      {status === 'none' && <RunInvitation />}
      {status === 'problems' && <RunProblems />}
      {status === 'ready' && stale && <RunStale />}
      {status === 'ready' && !stale && (
        <>
          <Transport />
          <PositionReadout />
          <Scrubber />
          <ChoiceMenu />
          <SpeedMenu />
          <BranchMenu />
          <StepAnnouncer />
        </>
      )}
    </section>
  )
}
