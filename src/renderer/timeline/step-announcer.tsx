/** Says the current step aloud to those who do not see it; silent while the run plays by itself. */
import { useRun } from '../state/run'
import { useStepSentence } from '../state/step-sentence'

export function StepAnnouncer() {
  const sentenceOf = useStepSentence()
  const step = useRun((run) => (run.playing ? undefined : run.steps[run.position - 1]))
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {step ? `${step.seq}. ${sentenceOf(step)}` : ''}
    </div>
  )
}
