/** A small whole number with a button on either side; nothing to type. */
import { NumberField } from '@base-ui/react/number-field'
import { Minus, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import './stepper.css'

export function Stepper({
  id,
  label,
  value,
  min,
  max,
  disabled,
  onChange,
}: {
  readonly id: string
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly disabled: boolean
  readonly onChange: (value: number) => void
}) {
  const { t } = useTranslation('explore')
  return (
    <NumberField.Root
      id={id}
      value={value}
      min={min}
      max={max}
      locale="en-US"
      disabled={disabled}
      onValueChange={(next) => {
        if (next !== null && next !== value) onChange(next)
      }}
    >
      <NumberField.Group className={`stepper ${value === 0 ? 'stepper-none' : ''}`}>
        <NumberField.Decrement className="stepper-button" aria-label={t('fewer', { label })}>
          <Minus size={14} />
        </NumberField.Decrement>
        <NumberField.Input className="stepper-value" aria-label={label} />
        <NumberField.Increment className="stepper-button" aria-label={t('more', { label })}>
          <Plus size={14} />
        </NumberField.Increment>
      </NumberField.Group>
    </NumberField.Root>
  )
}
