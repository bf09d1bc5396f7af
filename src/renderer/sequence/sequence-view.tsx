/**
 * The run as a sequence diagram: one drawing with the export, only as much of it as is in sight. A click
 * goes to the step of a row; the view follows the run.
 */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { sequenceLayout } from '../../shared/drawing/sequence-layout'
import { useDocument } from '../state/document'
import { useRun } from '../state/run'
import { useSettings } from '../state/settings'
import { SequenceScroller } from './sequence-scroller'
import './sequence-view.css'

export function SequenceView() {
  const { t } = useTranslation('run')
  const language = useSettings((settings) => settings.language)
  const scenario = useDocument((document) => document.scenario)
  const steps = useRun((run) => run.steps)
  const layout = useMemo(
    () => sequenceLayout(steps, scenario, language),
    [steps, scenario, language],
  )
  if (steps.length === 0) return <p className="sequence-none">{t('sequence.none')}</p>
  return <SequenceScroller layout={layout} />
}
