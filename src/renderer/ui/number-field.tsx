/** A number to type or to step by the arrow keys; empty means the default, which the field shows faintly. */
import { NumberField as Base } from '@base-ui/react/number-field'
import { useBurst } from './burst'
import './field.css'

const PLAIN: Intl.NumberFormatOptions = { useGrouping: false, maximumFractionDigits: 3 }

export function NumberField({
  label,
  id,
  value,
  placeholder,
  min,
  max,
  step = 1,
  unit,
  disabled = false,
  onChange,
}: {
  readonly label: string
  readonly id?: string | undefined
  readonly value: number | undefined
  readonly placeholder?: string | undefined
  readonly min: number
  readonly max: number
  readonly step?: number
  readonly unit?: string | undefined
  readonly disabled?: boolean
  /** `undefined`: the default again. `burst` is the same for one stretch of typing. */
  readonly onChange: (value: number | undefined, burst: string) => void
}) {
  const burst = useBurst()
  return (
    <Base.Root
      className="field-number"
      value={value ?? null}
      min={min}
      max={max}
      step={step}
      format={PLAIN}
      locale="en-US"
      disabled={disabled}
      id={id}
      onValueChange={(next) => {
        const changed = next ?? undefined
        const inside = changed === undefined || (changed >= min && changed <= max)
        if (inside && changed !== value) onChange(changed, burst.name())
      }}
    >
      <Base.Input
        className="field"
        aria-label={label}
        placeholder={placeholder}
        onFocus={burst.begin}
      />
      {unit && <span className="field-unit">{unit}</span>}
    </Base.Root>
  )
}
