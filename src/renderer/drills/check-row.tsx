/** One check with its result. What failed is open; what passed says why only when it is asked. */
import { CircleCheck, CircleDashed, CircleX, Network, Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { CheckResult } from '../../shared/drills/result'
import { textIn } from '../../shared/scenario/text'
import { useDrill } from '../state/drill'
import { watchEvidence } from '../state/drill-watch'
import { useSelection } from '../state/selection'
import { useSettings } from '../state/settings'
import { showPackets } from '../state/show-packets'
import { Button } from '../ui/button'
import { LabelReview } from './questions/label-review'
import { QuestionReview } from './questions/question-review'
import { useWhy } from './use-why'

const SIGNS = { passed: CircleCheck, failed: CircleX, skipped: CircleDashed } as const

export function CheckRow({ check }: { readonly check: CheckResult }) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const why = useWhy()(check)
  const question = useDrill(({ drill }) => {
    const found = drill?.checks.find(({ id }) => id === check.id)
    return found && 'answer' in found ? found.answer : undefined
  })
  const { status, run, findings, hop, labels } = check
  const Sign = SIGNS[status]
  return (
    <li className="drill-check" data-status={status}>
      <details open={status === 'failed'}>
        <summary>
          <Sign size={16} aria-label={t(`status.${status}`)} />
          <span>{textIn(check.title, language)}</span>
        </summary>
        <div className="drill-check-body">
          {status !== 'skipped' && <p>{textIn(check.message, language)}</p>}
          {why !== '' && !labels && <p className="drill-why">{why}</p>}
          {labels && question && 'match' in question && (
            <LabelReview question={question} labels={labels} />
          )}
          {question && status !== 'skipped' && <QuestionReview id={check.id} question={question} />}
          <div className="drill-check-actions">
            {run && (
              <Button small icon={<Play size={14} />} onClick={() => watchEvidence(run)}>
                {t('watch')}
              </Button>
            )}
            {hop && (
              <Button small icon={<Network size={14} />} onClick={() => showPackets(hop)}>
                {t('showPackets')}
              </Button>
            )}
            {findings && <Findings things={findings.flatMap((one) => one.things)} />}
          </div>
        </div>
      </details>
    </li>
  )
}

function Findings({ things }: { readonly things: readonly string[] }) {
  const { t } = useTranslation('drills')
  const show = () => useSelection.getState().select([...new Set(things)])
  return (
    <Button small onClick={show}>
      {t('show')}
    </Button>
  )
}
