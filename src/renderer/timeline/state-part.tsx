/** The pieces of the state view: a titled block, a line of it, a value that shows when it has just changed. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Moment } from '../../shared/engine/moment'

/** What every block is given: the moment shown, and the names of the cells that the last step changed. */
export interface StateProps {
  readonly moment: Moment
  readonly changed: ReadonlySet<string>
}

export function StateBlock({
  title,
  empty,
  wide = false,
  children,
}: {
  readonly title: string
  /** Said instead, where there is nothing to show. */
  readonly empty: string | false
  /** It has too much on a line to share its row in a narrow view. */
  readonly wide?: boolean
  readonly children: ReactNode
}) {
  return (
    <section className={`state-block ${wide ? 'state-block-wide' : ''}`} aria-label={title}>
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
