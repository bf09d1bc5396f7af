/** What happened at the position under the pointer, said over the track. */
import type { RefObject } from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useRun } from '../state/run'
import { useStepSentence } from '../state/step-sentence'
import { type Track, xOf } from './scrubber-scale'

export function ScrubberHint({
  position,
  track,
  box,
}: {
  readonly position: number
  readonly track: Track
  readonly box: RefObject<HTMLElement | null>
}) {
  const { t } = useTranslation('run')
  const sentenceOf = useStepSentence()
  const step = useRun((run) => run.steps[position - 1])
  const bounds = box.current?.getBoundingClientRect()
  if (!bounds) return null
  // In the body: the panel around the track cuts off what sticks out of it.
  return createPortal(
    <div
      className="tooltip scrubber-hint"
      aria-hidden="true"
      style={{ left: bounds.left + xOf(position, track), top: bounds.top - 2 }}
    >
      {step ? `${step.seq} · ${sentenceOf(step)}` : t('atStart')}
    </div>,
    document.body,
  )
}
