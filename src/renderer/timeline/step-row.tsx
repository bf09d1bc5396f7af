/** One step: its number, its time, what sort of thing it was, the sentence, and what made it possible. */
import { CornerLeftUp } from 'lucide-react'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../shared/engine/step'
import { walkTo } from '../commands/walk'
import { useSettings } from '../state/settings'
import { type AskedAt, askedAt } from '../ui/asked-at'
import { isFailure } from './step-groups'
import { StepIcon } from './step-icon'
import { timeParts } from './time-text'

export const StepRow = memo(function StepRow({
  step,
  row,
  rows,
  topPx,
  heightPx,
  sentence,
  now,
  future,
  stop,
  onGo,
  onAsk,
}: {
  readonly step: Step
  readonly row: number
  /** How many there are, those out of sight included. */
  readonly rows: number
  readonly topPx: number
  readonly heightPx: number
  readonly sentence: string
  readonly now: boolean
  readonly future: boolean
  /** The one row of the list that Tab stops at. */
  readonly stop: boolean
  readonly onGo: (step: Step) => void
  /** A right click, or the menu key. */
  readonly onAsk: (step: Step, at: AskedAt) => void
}) {
  const { t } = useTranslation('run')
  const language = useSettings((settings) => settings.language)
  const time = timeParts(step.atUs, language)
  const marks = [now && 'step-now', future && 'step-future', isFailure(step) && 'step-failure']
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // Keys that move the run from within the list take the focus along.
    const focused = document.activeElement
    const list = button.current?.closest('ol')
    if (now && focused !== button.current && focused && list?.contains(focused)) {
      button.current?.focus({ preventScroll: true })
    }
  }, [now])
  return (
    <li
      aria-current={now ? 'step' : undefined}
      aria-setsize={rows}
      aria-posinset={row + 1}
      className={['step', ...marks.filter((mark) => mark !== false)].join(' ')}
      style={{ top: topPx, height: heightPx }}
      onContextMenu={(click) => {
        click.preventDefault()
        onAsk(step, askedAt(click))
      }}
    >
      <button
        ref={button}
        type="button"
        className="step-go"
        tabIndex={stop ? 0 : -1}
        title={sentence}
        onClick={() => onGo(step)}
      >
        <span className="step-number">{step.seq}</span>
        <span className="step-time">
          {time.number} {t(`unit.${time.unit}`)}
        </span>
        <StepIcon kind={step.kind} />
        <span className="step-words">{sentence}</span>
      </button>
      {step.cause !== undefined && <Cause seq={step.cause} />}
    </li>
  )
})

function Cause({ seq }: { readonly seq: number }) {
  const { t } = useTranslation('run')
  return (
    <button
      type="button"
      className="step-cause"
      tabIndex={-1}
      title={t('step.cause', { seq })}
      aria-label={t('step.cause', { seq })}
      onClick={() => walkTo(seq)}
    >
      <CornerLeftUp size={11} aria-hidden="true" />
      {seq}
    </button>
  )
}
