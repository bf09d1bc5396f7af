/** A name on the left, what it names on the right; or one under the other. */
import { type ReactNode, useId } from 'react'
import './field.css'

export function FieldRow({
  label,
  hint,
  title,
  problem,
  wide = false,
  children,
}: {
  readonly label: string
  readonly hint?: string | undefined
  /** More about it, for a pointer that rests on the name. */
  readonly title?: string | undefined
  /** What is wrong with what the control holds, and what to do. */
  readonly problem?: string | undefined
  readonly wide?: boolean
  /** Draws the control, which takes the id that the label points to. */
  readonly children: (id: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className={`field-row ${wide ? 'field-row-wide' : ''}`}>
      <label className="field-row-label" htmlFor={id} title={title}>
        {label}
      </label>
      {children(id)}
      {problem && (
        <span className="field-row-problem" role="status">
          {problem}
        </span>
      )}
      {hint && <span className="field-row-hint">{hint}</span>}
    </div>
  )
}
