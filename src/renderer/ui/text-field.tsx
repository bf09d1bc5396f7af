/** A text to type in. Shows what is typed even while it is not yet acceptable, and takes it back on leaving. */
import { type ComponentProps, useState } from 'react'
import { useBurst } from './burst'
import './field.css'

export interface TextFieldProps {
  /** The accessible name; `id` joins it to a visible label instead. */
  readonly label: string
  readonly id?: string | undefined
  readonly value: string
  readonly placeholder?: string | undefined
  readonly mono?: boolean
  readonly rows?: number
  readonly maxLength?: number
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** Handed on all the same, and marked. */
  readonly invalid?: boolean
  /** Whether `text` may be handed on; others stay in the field, marked. */
  readonly accepts?: (text: string) => boolean
  /** `burst` is the same for one stretch of typing: an undo step. */
  readonly onChange: (text: string, burst: string) => void
  readonly onEnter?: () => void
  readonly suggestions?: readonly string[]
}

export function TextField(props: TextFieldProps) {
  const { value, accepts, onChange, onEnter } = props
  const [draft, setDraft] = useState<string | null>(null)
  const burst = useBurst()
  const listId = `${props.id ?? props.label}-suggestions`
  const bad = props.invalid === true || (draft !== null && accepts !== undefined && !accepts(draft))
  const common = {
    'aria-label': props.label,
    'aria-invalid': bad,
    id: props.id,
    value: draft ?? value,
    placeholder: props.placeholder,
    maxLength: props.maxLength,
    disabled: props.disabled,
    autoFocus: props.autoFocus,
    className: `field ${props.mono ? 'field-mono' : ''}`,
    spellCheck: false,
    onFocus: () => {
      burst.begin()
      setDraft(value)
    },
    onBlur: () => setDraft(null),
    onChange: (change: { readonly target: { readonly value: string } }) => {
      const text = change.target.value
      setDraft(text)
      if (!accepts || accepts(text)) onChange(text, burst.name())
    },
  } satisfies ComponentProps<'input'> & ComponentProps<'textarea'>
  if (props.rows) return <textarea {...common} rows={props.rows} />
  return (
    <>
      <input
        {...common}
        type="text"
        list={props.suggestions ? listId : undefined}
        onKeyDown={(press) => {
          if (press.key === 'Enter') onEnter?.()
        }}
      />
      {props.suggestions && (
        <datalist id={listId}>
          {props.suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </>
  )
}
