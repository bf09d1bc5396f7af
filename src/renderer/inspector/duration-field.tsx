/** A time in milliseconds: fixed, or drawn from a distribution. */
import { useTranslation } from 'react-i18next'
import type { Duration } from '../../shared/scenario/duration'
import { FieldRow } from '../ui/field-row'
import { NumberField } from '../ui/number-field'
import { Select } from '../ui/select'
import './duration-field.css'

const KINDS = ['fixed', 'uniform', 'exponential', 'lognormal'] as const
type Kind = (typeof KINDS)[number]

const MILLISECONDS_MAX = 86_400_000
const SIGMA_MAX = 10

function kindOf(duration: Duration | undefined): Kind {
  if (typeof duration !== 'object') return 'fixed'
  if ('uniform' in duration) return 'uniform'
  return 'exponential' in duration ? 'exponential' : 'lognormal'
}

/** The numbers of a duration, in the order in which they are shown. */
function numbersOf(duration: Duration | undefined): readonly number[] {
  if (duration === undefined) return []
  if (typeof duration === 'number') return [duration]
  if ('uniform' in duration) return duration.uniform
  return 'exponential' in duration ? [duration.exponential] : duration.lognormal
}

function made(kind: Kind, [first = 10, second]: readonly number[]): Duration {
  switch (kind) {
    case 'fixed':
      return first
    case 'uniform':
      return { uniform: [first, Math.max(first, second ?? first * 2)] }
    case 'exponential':
      return { exponential: first }
    case 'lognormal':
      return { lognormal: [first, Math.min(SIGMA_MAX, second ?? 0.5)] }
  }
}

export function DurationField({
  label,
  value,
  placeholder,
  onChange,
}: {
  readonly label: string
  readonly value: Duration | undefined
  readonly placeholder?: string
  readonly onChange: (value: Duration | undefined, burst: string) => void
}) {
  const { t } = useTranslation('inspector')
  const kind = kindOf(value)
  const numbers = numbersOf(value)
  const names =
    kind === 'uniform' ? ['from', 'to'] : kind === 'lognormal' ? ['median', 'sigma'] : [kind]
  const change = (place: number, next: number | undefined, burst: string) => {
    if (next === undefined) {
      if (kind === 'fixed') onChange(undefined, burst)
      return
    }
    onChange(made(kind, numbers.length === 0 ? [next] : numbers.with(place, next)), burst)
  }
  return (
    <FieldRow label={label}>
      {(id) => (
        <div className="duration">
          {names.map((name, place) => (
            <NumberField
              key={name}
              id={place === 0 ? id : undefined}
              label={names.length > 1 ? `${label}: ${t(`duration.${name}`)}` : label}
              value={numbers[place]}
              placeholder={placeholder}
              min={0}
              max={name === 'sigma' ? SIGMA_MAX : MILLISECONDS_MAX}
              step={name === 'sigma' ? 0.1 : 1}
              unit={name === 'sigma' ? 'σ' : t('ms')}
              onChange={(next, burst) => change(place, next, burst)}
            />
          ))}
          <Select<Kind>
            label={`${label}: ${t('duration')}`}
            value={kind}
            options={KINDS.map((one) => ({ value: one, label: t(`duration.${one}`) }))}
            onChange={(next) => onChange(made(next, numbers), '')}
          />
        </div>
      )}
    </FieldRow>
  )
}
