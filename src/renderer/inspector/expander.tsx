/** What is seldom needed, one click away. */
import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import './expander.css'

export function Expander({
  label,
  open = false,
  children,
}: {
  readonly label: string
  /** Whether it starts open. */
  readonly open?: boolean
  readonly children: ReactNode
}) {
  return (
    <details className="expander" open={open}>
      <summary className="expander-head">
        <ChevronRight size={14} aria-hidden="true" />
        {label}
      </summary>
      <div className="expander-body">{children}</div>
    </details>
  )
}
