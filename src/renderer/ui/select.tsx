/** One of a few, in a list that drops down. */
import { Select as Base } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import './select.css'
import './menu.css'

export interface Option<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly hint?: string
}

export function Select<Value extends string>({
  label,
  value,
  options,
  disabled = false,
  id,
  onChange,
}: {
  /** The accessible name. */
  readonly label: string
  readonly value: Value
  readonly options: readonly Option<Value>[]
  readonly disabled?: boolean
  readonly id?: string | undefined
  readonly onChange: (value: Value) => void
}) {
  const shown = options.find((option) => option.value === value)
  return (
    <Base.Root
      value={value}
      disabled={disabled}
      modal={false}
      onValueChange={(next) => {
        const chosen = options.find((option) => option.value === next)
        if (chosen && chosen.value !== value) onChange(chosen.value)
      }}
    >
      <Base.Trigger className="select" aria-label={label} id={id}>
        <span className="select-words">{shown?.label ?? value}</span>
        <Base.Icon className="select-icon">
          <ChevronDown size={14} />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner
          className="menu-place"
          alignItemWithTrigger={false}
          sideOffset={4}
          collisionPadding={8}
        >
          <Base.Popup className="menu select-list">
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className="menu-item">
                <Base.ItemIndicator className="menu-icon select-check" keepMounted>
                  <Check size={14} />
                </Base.ItemIndicator>
                <span className="menu-words">
                  <Base.ItemText>{option.label}</Base.ItemText>
                  {option.hint && <small>{option.hint}</small>}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
