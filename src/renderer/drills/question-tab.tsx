/** What is asked, the hints taken so far, the questions to answer in words, and the button that checks. */
import { CircleCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { type Drill, isDrawn, isOfPackets } from '../../shared/drills/drill'
import { textIn } from '../../shared/scenario/text'
import { useDrill } from '../state/drill'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { DrillHints } from './drill-hints'
import { PacketQuestions } from './packet-questions'
import { QuestionForm } from './questions/question-form'

function noteOf(drill: Drill) {
  if (isOfPackets(drill)) return 'wireHere'
  return drill.start === undefined ? 'drawHere' : 'changeHere'
}

export function QuestionTab() {
  const { t } = useTranslation('drills')
  const drill = useDrill((state) => state.drill)
  const status = useDrill((state) => state.status)
  const language = useSettings((settings) => settings.language)
  if (drill === null) return null
  const questions = drill.checks.flatMap((check) => ('answer' in check ? [check] : []))
  return (
    <div className="drill-view">
      <p className="drill-question">{textIn(drill.question, language)}</p>
      {isDrawn(drill) && <p className="drill-note">{t(noteOf(drill))}</p>}
      <PacketQuestions drill={drill} />
      {questions.map((check) => (
        <QuestionForm key={check.id} id={check.id} title={check.title} question={check.answer} />
      ))}
      <div className="drill-actions">
        <Button
          tone="primary"
          icon={<CircleCheck size={16} />}
          aria-disabled={status === 'checking'}
          onClick={() => useDrill.getState().check()}
        >
          {t('check')}
        </Button>
      </div>
      <DrillHints />
    </div>
  )
}
