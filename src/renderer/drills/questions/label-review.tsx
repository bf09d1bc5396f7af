/** After a check: what was matched wrongly, what the rules say against that, why, and the run that decides it. */
import { Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LabelQuestion } from '../../../shared/drills/label-check'
import type { LabelEvidence } from '../../../shared/drills/result'
import { valuesIn } from '../../../shared/review/finding'
import type { Scenario } from '../../../shared/scenario/scenario'
import { textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { watchEvidence } from '../../state/drill-watch'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/button'

export function LabelReview({
  question,
  labels,
}: {
  readonly question: LabelQuestion
  readonly labels: readonly LabelEvidence[]
}) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const boards = useDrill((state) => state.drill?.boards) ?? {}
  return (
    <ul className="label-review">
      {labels.map((evidence) => {
        const item = question.match.find(({ id }) => id === evidence.item)
        const given = question.to.find(({ id }) => id === evidence.given)
        if (item === undefined) return null
        const board = boards[item.board ?? '']
        return (
          <li key={item.id}>
            <strong>{textIn(item.text, language)}</strong>:{' '}
            {given ? t('label.not', { label: textIn(given.text, language) }) : t('label.none')}
            {given && item.why && <p>{textIn(item.why, language)}</p>}
            {evidence.notDrawn && <p>{t(`label.notDrawn.${evidence.notDrawn}`)}</p>}
            {board && <Findings board={board} findings={evidence.findings} />}
            {evidence.run && <Watch run={evidence.run} />}
          </li>
        )
      })}
    </ul>
  )
}

function Findings({
  board,
  findings,
}: {
  readonly board: Scenario
  readonly findings: LabelEvidence['findings']
}) {
  const { t } = useTranslation('review')
  const language = useSettings((settings) => settings.language)
  return findings.map((finding) => (
    <p key={`${finding.rule} ${finding.path}`} className="label-finding">
      {t(`${finding.rule}.title`, valuesIn(finding, board, language))}
    </p>
  ))
}

function Watch({ run }: { readonly run: NonNullable<LabelEvidence['run']> }) {
  const { t } = useTranslation('drills')
  return (
    <Button small icon={<Play size={14} />} onClick={() => watchEvidence(run)}>
      {t('watch')}
    </Button>
  )
}
