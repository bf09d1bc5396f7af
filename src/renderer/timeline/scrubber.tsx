/** The track of the run: a slider over its positions, with what broke marked on it and branches above. */
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { walkTo } from '../commands/walk'
import { useRun } from '../state/run'
import { useStepSentence } from '../state/step-sentence'
import { RunEnd } from './run-end'
import { ScrubberHint } from './scrubber-hint'
import { keyTarget, positionAt, TRACK_HEIGHT_PX } from './scrubber-scale'
import { ScrubberTrack } from './scrubber-track'
import { useWidth } from './use-width'
import './scrubber.css'

export function Scrubber() {
  const { t } = useTranslation('run')
  const sentenceOf = useStepSentence()
  const box = useRef<HTMLDivElement>(null)
  const widthPx = useWidth(box)
  const position = useRun((run) => run.position)
  const last = useRun((run) => run.steps.length)
  const step = useRun((run) => run.steps[run.position - 1])
  const [hovered, setHovered] = useState<number | null>(null)
  const track = { last, widthPx }

  const under = (pointer: PointerEvent) =>
    positionAt(pointer.clientX - (box.current?.getBoundingClientRect().left ?? 0), track)
  const drag = (pointer: PointerEvent<HTMLDivElement>) => {
    const target = under(pointer)
    if (target !== useRun.getState().position) walkTo(target)
  }
  const press = (key: KeyboardEvent) => {
    const target = keyTarget(key.key, position, last)
    if (target === undefined || key.ctrlKey || key.metaKey || key.altKey) return
    // The same keys step the run from anywhere: handled here, they must not count twice.
    key.preventDefault()
    key.stopPropagation()
    walkTo(target)
  }
  return (
    <div
      ref={box}
      className="scrubber"
      style={{ height: TRACK_HEIGHT_PX }}
      role="slider"
      tabIndex={0}
      aria-label={t('scrubber')}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={position}
      aria-valuetext={step ? `${step.seq}. ${sentenceOf(step)}` : t('atStart')}
      onKeyDown={press}
      onPointerDown={(pointer) => {
        if (pointer.button !== 0) return
        pointer.currentTarget.setPointerCapture(pointer.pointerId)
        drag(pointer)
      }}
      onPointerMove={(pointer) => {
        setHovered(under(pointer))
        if (pointer.currentTarget.hasPointerCapture(pointer.pointerId)) drag(pointer)
      }}
      onPointerLeave={() => setHovered(null)}
    >
      <ScrubberTrack track={track} />
      <RunEnd />
      {hovered !== null && <ScrubberHint position={hovered} track={track} box={box} />}
    </div>
  )
}
