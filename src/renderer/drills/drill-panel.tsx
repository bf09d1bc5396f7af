/** The drill beside its board, or alone where there is nothing to draw: question, result, model, interviewer. */
import { ListRestart, LogOut } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { textIn } from '../../shared/scenario/text'
import { useBoard } from '../state/board'
import type { Deliver } from '../state/deliver'
import { type DrillTab, useDrill } from '../state/drill'
import { useSettings } from '../state/settings'
import { IconButton } from '../ui/button'
import { Tabs } from '../ui/tabs'
import { DrillTimer } from './drill-timer'
import { InterviewerTab } from './interviewer-tab'
import { ModelTab } from './model-tab'
import { QuestionTab } from './question-tab'
import { ResultTab } from './result-tab'
import './drill-panel.css'

export function DrillPanel({ deliver }: { readonly deliver: Deliver }) {
  const { t } = useTranslation('drills')
  const drill = useDrill((state) => state.drill)
  const tab = useDrill((state) => state.tab)
  const grade = useDrill((state) => state.grade)
  const language = useSettings((settings) => settings.language)
  const { setTab, restart } = useDrill.getState()
  if (drill === null) return null
  const badge = grade && (
    <span className="drill-badge" data-passed={grade.passed}>
      {Math.round(grade.score * 100)} %
    </span>
  )
  const tabs = [
    { value: 'question' as const, label: t('tab.question'), content: <QuestionTab /> },
    {
      value: 'result' as const,
      label: t('tab.result'),
      badge,
      content: <ResultTab />,
    },
    { value: 'model' as const, label: t('tab.model'), content: <ModelTab /> },
    {
      value: 'interviewer' as const,
      label: t('tab.interviewer'),
      content: <InterviewerTab deliver={deliver} />,
    },
  ]
  return (
    <section className="drill-panel" aria-label={t('panel')}>
      <header className="drill-head">
        <h2 className="drill-title">{textIn(drill.title, language)}</h2>
        <div className="drill-bar">
          <DrillTimer />
          <span className="drill-bar-end">
            <IconButton label={t('restart')} onClick={restart}>
              <ListRestart size={16} />
            </IconButton>
            <IconButton label={t('leave')} onClick={() => useBoard.getState().show('start')}>
              <LogOut size={16} />
            </IconButton>
          </span>
        </div>
      </header>
      <Tabs<DrillTab> label={t('tabs')} value={tab} tabs={tabs} onChange={setTab} />
    </section>
  )
}
