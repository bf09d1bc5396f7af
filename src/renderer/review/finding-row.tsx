/** One finding: what is wrong; on request why, what to do and what it is about; put right or shown at a click. */
import { ChevronRight, Play, Wrench } from 'lucide-react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding } from '../../shared/review/finding'
import type { Scenario } from '../../shared/scenario/scenario'
import { Button } from '../ui/button'
import { Tooltip } from '../ui/tooltip'
import { FindingThings } from './finding-things'
import { fixFinding } from './fix-finding'
import { showFinding } from './show-finding'
import { planShow, type ShowPlan } from './show-plan'
import { type FindingWords, useFindingWords } from './use-finding-words'

/** On a bigger board the run that proves a finding is looked for only when the finding is opened. */
const SERVICES_MAX = 100

export const FindingRow = memo(function FindingRow({
  finding,
  scenario,
  isOpen,
  onToggle,
}: {
  readonly finding: Finding
  readonly scenario: Scenario
  readonly isOpen: boolean
  readonly onToggle: (finding: Finding) => void
}) {
  const words = useFindingWords(finding, scenario)
  const isPlanned = isOpen || scenario.services.length <= SERVICES_MAX
  const plan = useMemo(
    () => (isPlanned && finding.show ? planShow(scenario, finding.show) : undefined),
    [finding, scenario, isPlanned],
  )
  return (
    <li className={`finding finding-${finding.severity}`}>
      <div className="finding-head">
        <button
          type="button"
          className="finding-title"
          aria-expanded={isOpen}
          onClick={() => onToggle(finding)}
        >
          <ChevronRight size={14} aria-hidden="true" />
          <span>{words.title}</span>
        </button>
        <FindingActions finding={finding} plan={plan} words={words} />
      </div>
      {isOpen && (
        <div className="finding-body">
          <p>{words.why}</p>
          <p className="finding-todo">{words.todo}</p>
          {finding.things.length > 0 && (
            <FindingThings things={finding.things} scenario={scenario} />
          )}
        </div>
      )}
    </li>
  )
})

function FindingActions({
  finding,
  plan,
  words,
}: {
  readonly finding: Finding
  readonly plan: ShowPlan | undefined
  readonly words: FindingWords
}) {
  const { t } = useTranslation('review')
  return (
    <span className="finding-actions">
      {plan && (
        <Tooltip text={words.show} side="top">
          <Button
            small
            tone="quiet"
            icon={<Play size={13} />}
            onClick={() => showFinding(finding, plan, words.show)}
          >
            {t('show')}
          </Button>
        </Tooltip>
      )}
      {finding.fix && (
        <Tooltip text={words.fix} side="top">
          <Button
            small
            icon={<Wrench size={13} />}
            onClick={() => fixFinding(finding, words.title)}
          >
            {t('fix')}
          </Button>
        </Tooltip>
      )}
    </span>
  )
}
