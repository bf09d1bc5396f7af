/** A titled part of a panel. */
import type { ReactNode } from 'react'
import './section.css'

export function Section({
  title,
  actions,
  children,
}: {
  readonly title: string
  /** At the right of the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className="section" aria-label={title}>
      <header className="section-head">
        <h3 className="section-title">{title}</h3>
        {actions}
      </header>
      {children}
    </section>
  )
}
