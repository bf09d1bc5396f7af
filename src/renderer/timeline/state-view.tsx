/** What is stored, done, queued and running at the position of the run; what the last step changed is marked. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { momentBefore } from '../state/moment-before'
import { momentAt, useRun } from '../state/run'
import { changedCells } from './state-cells'
import { StateOrders } from './state-orders'
import { StateQueues } from './state-queues'
import { StateServices } from './state-services'
import './state-view.css'

export function StateView() {
  const { t } = useTranslation('run')
  const status = useRun((run) => run.status)
  const position = useRun((run) => run.position)
  // The same position of another branch is another moment.
  const trace = useRun((run) => run.trace)
  const { moment, changed } = useMemo(() => {
    const now = trace ? momentAt(position) : null
    const before = trace ? momentBefore(position) : null
    return { moment: now, changed: now ? changedCells(before, now) : new Set<string>() }
  }, [trace, position])
  if (status !== 'ready' || !moment) return <p className="run-empty">{t('state.none')}</p>
  return (
    <div className="state-frame">
      <div className="state">
        <StateOrders moment={moment} changed={changed} />
        <StateQueues moment={moment} changed={changed} />
        <StateServices moment={moment} changed={changed} />
      </div>
    </div>
  )
}
