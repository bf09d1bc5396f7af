/** On or off, with words beside it. */
import { Switch as Base } from '@base-ui/react/switch'
import { useId } from 'react'
import './switch.css'

export function Switch({
  label,
  hint,
  checked,
  disabled = false,
  onChange,
}: {
  readonly label: string
  readonly hint?: string | undefined
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}) {
  const id = useId()
  return (
    <div className="switch-row">
      <label className="switch-label" htmlFor={id}>
        {label}
        {hint && <small>{hint}</small>}
      </label>
      <Base.Root
        id={id}
        className="switch"
        checked={checked}
        disabled={disabled}
        onCheckedChange={onChange}
      >
        <Base.Thumb className="switch-thumb" />
      </Base.Root>
    </div>
  )
}
