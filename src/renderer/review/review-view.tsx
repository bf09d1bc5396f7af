/** What is doubtful about the design, the gravest first, each with why, a way to see it and a way to mend it. */
import { CircleCheck } from 'lucide-react'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Finding, findingKey, SEVERITIES, type Severity } from '../../shared/review/finding'
import { RULES } from '../../shared/review/rules'
import type { Scenario } from '../../shared/scenario/scenario'
import { Button } from '../ui/button'
import { FindingRow } from './finding-row'
import { askForReview, useReview } from './use-review'
import './review-view.css'

/** More of one severity than anybody reads in a row; the rest come up as these are mended. */
const FINDINGS_SHOWN = 100

export function ReviewView() {
  const { scenario, findings } = useReview()
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const toggle = useCallback((finding: Finding) => {
    const key = findingKey(finding)
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  }, [])
  if (!findings) return <BigDrawing scenario={scenario} />
  if (findings.length === 0) return <NothingToSay scenario={scenario} />
  return (
    <div className="review">
      {SEVERITIES.map((severity) => (
        <Group
          key={severity}
          severity={severity}
          findings={findings.filter((one) => one.severity === severity)}
          scenario={scenario}
          open={open}
          onToggle={toggle}
        />
      ))}
    </div>
  )
}

function Group({
  severity,
  findings,
  scenario,
  open,
  onToggle,
}: {
  readonly severity: Severity
  readonly findings: readonly Finding[]
  readonly scenario: Scenario
  readonly open: ReadonlySet<string>
  readonly onToggle: (finding: Finding) => void
}) {
  const { t } = useTranslation('review')
  if (findings.length === 0) return null
  const more = findings.length - FINDINGS_SHOWN
  return (
    <section className={`review-group review-${severity}`} aria-label={t(`severity.${severity}`)}>
      <h3 className="review-severity">
        <span className="review-dot" aria-hidden="true" />
        {t(`severity.${severity}`)}
        <span className="review-about">{t(`severity.${severity}.about`)}</span>
      </h3>
      <ul className="findings">
        {findings.slice(0, FINDINGS_SHOWN).map((finding) => (
          <FindingRow
            key={findingKey(finding)}
            finding={finding}
            scenario={scenario}
            isOpen={open.has(findingKey(finding))}
            onToggle={onToggle}
          />
        ))}
      </ul>
      {more > 0 && <p className="review-more">{t('more', { count: more })}</p>}
    </section>
  )
}

function BigDrawing({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('review')
  return (
    <div className="review-empty">
      <p>{t('big')}</p>
      <Button small onClick={() => askForReview(scenario)}>
        {t('big.check')}
      </Button>
    </div>
  )
}

function NothingToSay({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation('review')
  if (scenario.connections.length === 0) return <p className="review-empty">{t('empty')}</p>
  return (
    <div className="review-none">
      <CircleCheck className="review-none-sign" size={18} aria-hidden="true" />
      <div>
        <p className="review-none-title">{t('none')}</p>
        <p>{t('none.checked', { count: RULES.length })}</p>
        <p>{t('none.stillRun')}</p>
      </div>
    </div>
  )
}
