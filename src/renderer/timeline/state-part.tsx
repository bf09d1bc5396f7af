/** The pieces of the state view: a titled block, a line of it, a value that shows when it has just changed. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Moment, QueueMoment, ServiceMoment } from '../../shared/engine/moment'

/** What every block is given: the moment shown, and the names of the cells that the last step changed. */
export interface StateProps {
  readonly moment: Moment
  readonly changed: ReadonlySet<string>
}

const LONG_LINES = 40

export function StateBlock({
  title,
  empty,
  wide = false,
  lines = 0,
  children,
}: {
  readonly title: string
  /** Said instead, where there is nothing to show. */
  readonly empty: string | false
  /** It has too much on a line to share its row in a narrow view. */
  readonly wide?: boolean
  /** How many there are: of very many the page lays out only those in sight. */
  readonly lines?: number
  readonly children: ReactNode
}) {
  const isLong = lines > LONG_LINES
  return (
    <section
      className={`state-block ${wide ? 'state-block-wide' : ''} ${isLong ? 'state-block-long' : ''}`}
      aria-label={title}
    >
      <h3>{title}</h3>
      {empty === false ? children : <p className="state-nothing">{empty}</p>}
    </section>
  )
}

export function StateLine({
  name,
  children,
}: {
  readonly name: ReactNode
  readonly children: ReactNode
}) {
  return (
    <div className="state-line">
      <span className="state-name">{name}</span>
      <span className="state-values">{children}</span>
    </div>
  )
}

export function StateValue({
  changed,
  tone = 'plain',
  label,
  children,
}: {
  readonly changed: boolean
  readonly tone?: 'plain' | 'bad' | 'quiet'
  /** What kind of value it is, before it: `order`, `ready`. */
  readonly label?: string
  readonly children: ReactNode
}) {
  const { t } = useTranslation('run')
  return (
    <span className={`state-value state-value-${tone} ${changed ? 'state-changed' : ''}`}>
      {label !== undefined && <span className="state-label">{label}</span>}
      <span className="mono">{children}</span>
      {changed && <span className="visually-hidden">{t('state.changed')}</span>}
    </span>
  )
}

const texts = new WeakMap<object, string>()

/** All that a part of a moment says, written once: most of a large moment is the very same as before. */
export function textOf(part: QueueMoment | ServiceMoment): string {
  const known = texts.get(part)
  if (known !== undefined) return known
  const text = JSON.stringify(part)
  texts.set(part, text)
  return text
}

/** Whether a line shows the same: `text` is all that it says, `changed` which of it the last step changed. */
export function isSameLine<Props extends { readonly text: string; readonly changed: string }>(
  before: Props,
  now: Props,
): boolean {
  return before.text === now.text && before.changed === now.changed
}
