/** A step as one sentence in the language shown, from the engine's parameters and the catalogue `steps`. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../shared/engine/step'
import { stepParams } from '../../shared/engine/step-params'
import { useRun } from './run'
import { useSettings } from './settings'

/** The same function until the run or the language changes. */
export function useStepSentence(): (step: Step) => string {
  const { t } = useTranslation('steps')
  const language = useSettings((settings) => settings.language)
  const program = useRun((run) => run.program)
  return useCallback(
    (step: Step) => (program ? t(step.kind, stepParams(program, step, language)) : ''),
    [t, program, language],
  )
}
