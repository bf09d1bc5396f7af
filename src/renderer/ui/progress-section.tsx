/** A part of the start page that one works through: its name, how far one is, what it is for, and its lists. */
import { type ReactNode, useId } from 'react'
import './progress-section.css'

export function ProgressSection({
  title,
  progress,
  about,
  children,
}: {
  readonly title: string
  readonly progress: string
  readonly about: string
  readonly children: ReactNode
}) {
  const heading = useId()
  return (
    <section aria-labelledby={heading}>
      <h2 className="progress-section-heading" id={heading}>
        {title}
        <span className="progress-section-progress">{progress}</span>
      </h2>
      <p className="progress-section-about">{about}</p>
      {children}
    </section>
  )
}
