/** The model answer, once it is asked for: in words, right answers, talking points, and the board beside one's own. */
import { Columns2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Text, textIn } from '../../shared/scenario/text'
import { useDrill } from '../state/drill'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { CompareDialog } from './compare-dialog'
import { RightAnswer } from './questions/right-answer'

export function ModelTab() {
  const { t } = useTranslation('drills')
  const drill = useDrill((state) => state.drill)
  const isRevealed = useDrill((state) => state.session.revealed)
  const isDone = useDrill((state) => state.session.state === 'done')
  const language = useSettings((settings) => settings.language)
  const [isCompared, setCompared] = useState(false)
  if (drill === null) return null
  if (!isRevealed && !isDone) {
    return (
      <div className="drill-view">
        <p className="drill-note">{t('reveal.about')}</p>
        <div className="drill-actions">
          <Button onClick={useDrill.getState().reveal}>{t('reveal')}</Button>
        </div>
      </div>
    )
  }
  const questions = drill.checks.flatMap((check) => ('answer' in check ? [check] : []))
  return (
    <div className="drill-view">
      {drill.model.board && (
        <div className="drill-actions">
          <Button icon={<Columns2 size={16} />} onClick={() => setCompared(true)}>
            {t('compareBoards')}
          </Button>
        </div>
      )}
      <Texts title={t('report.model')} texts={drill.model.text} />
      {questions.map((check) => (
        <div key={check.id} className="drill-right">
          <h3 className="drill-subtitle">{textIn(check.title, language)}</h3>
          <p className="drill-note">{textIn(check.answer.ask, language)}</p>
          <RightAnswer question={check.answer} />
        </div>
      ))}
      <Texts title={t('report.points')} texts={drill.points} />
      <Texts title={t('report.corrects')} texts={drill.corrects?.map(({ right }) => right)} />
      <Texts title={t('report.sources')} texts={drill.sources?.map(({ title }) => title)} />
      {isCompared && drill.model.board && (
        <CompareDialog drill={drill} model={drill.model.board} onClose={() => setCompared(false)} />
      )}
    </div>
  )
}

function Texts({
  title,
  texts = [],
}: {
  readonly title: string
  readonly texts: readonly Text[] | undefined
}) {
  const language = useSettings((settings) => settings.language)
  if (texts.length === 0) return null
  return (
    <div>
      <h3 className="drill-subtitle">{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={textIn(text, 'en')}>{textIn(text, language)}</li>
        ))}
      </ul>
    </div>
  )
}
