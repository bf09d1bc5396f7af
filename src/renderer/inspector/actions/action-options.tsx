/** One option of an action as a field: a word, a number, a switch. Its label is `option.FIELD`. */
import { useTranslation } from 'react-i18next'
import { FieldRow } from '../../ui/field-row'
import { NumberField } from '../../ui/number-field'
import { Switch } from '../../ui/switch'
import { TextField } from '../../ui/text-field'
import { withField } from '../with-field'

/** The fields of T that may hold a V. */
type FieldOf<T, V> = {
  [Name in keyof T]-?: V extends T[Name] ? Name : never
}[keyof T] &
  string

interface OptionProps<T, Value, Field extends FieldOf<T, Value>> {
  readonly thing: T
  readonly field: Field
  readonly onChange: (thing: T, burst?: string) => void
}

const LIMITS: Readonly<Record<string, { readonly max: number; readonly unit?: true }>> = {
  timeout: { max: 86_400_000, unit: true },
  retries: { max: 20 },
}

export function WordOption<T extends object, Field extends FieldOf<T, string>>({
  thing,
  field,
  optional = false,
  suggestions,
  onChange,
}: OptionProps<T, string, Field> & {
  readonly optional?: boolean
  readonly suggestions?: readonly string[]
}) {
  const { t } = useTranslation('inspector')
  const value = thing[field]
  return (
    <FieldRow label={t(`option.${field}`)}>
      {(id) => (
        <TextField
          id={id}
          label={t(`option.${field}`)}
          mono
          value={typeof value === 'string' ? value : ''}
          maxLength={200}
          accepts={(text) => optional || text.trim() !== ''}
          {...(suggestions ? { suggestions } : {})}
          onChange={(text, burst) =>
            onChange(withField(thing, field, (text || undefined) as T[Field] | undefined), burst)
          }
        />
      )}
    </FieldRow>
  )
}

export function NumberOption<T extends object, Field extends FieldOf<T, number>>({
  thing,
  field,
  max,
  required = false,
  onChange,
}: OptionProps<T, number, Field> & {
  readonly max?: number
  /** It cannot be left empty. */
  readonly required?: boolean
}) {
  const { t } = useTranslation('inspector')
  const value = thing[field]
  const limit = LIMITS[field]
  return (
    <FieldRow label={t(`option.${field}`)}>
      {(id) => (
        <NumberField
          id={id}
          label={t(`option.${field}`)}
          value={typeof value === 'number' ? value : undefined}
          min={0}
          max={max ?? limit?.max ?? Number.MAX_SAFE_INTEGER}
          unit={limit?.unit ? t('ms') : undefined}
          onChange={(next, burst) => {
            if (next === undefined && required) return
            onChange(withField(thing, field, next as T[Field] | undefined), burst)
          }}
        />
      )}
    </FieldRow>
  )
}

export function SwitchOption<T extends object, Field extends FieldOf<T, boolean>>({
  thing,
  field,
  byDefault = false,
  onChange,
}: OptionProps<T, boolean, Field> & {
  /** What it is when the file says nothing; the file then stays without it. */
  readonly byDefault?: boolean
}) {
  const { t } = useTranslation('inspector')
  const value = thing[field]
  return (
    <Switch
      label={t(`option.${field}`)}
      hint={t(`option.${field}.about`)}
      checked={typeof value === 'boolean' ? value : byDefault}
      onChange={(on) =>
        onChange(
          withField(thing, field, (on === byDefault ? undefined : on) as T[Field] | undefined),
        )
      }
    />
  )
}
