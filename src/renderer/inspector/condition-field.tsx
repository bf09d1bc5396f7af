/** An expression to type in, with what is wrong with it said under it as soon as it is. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { parseCondition } from '../../shared/engine/condition'
import { FieldRow } from '../ui/field-row'
import { TextField } from '../ui/text-field'

/** The format's bound. */
const LENGTH_MAX = 2_000

export function ConditionField({
  label,
  hint,
  value,
  rows,
  suggestions,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly rows?: number
  readonly suggestions?: readonly string[]
  readonly onChange: (text: string, burst: string) => void
}) {
  const { t } = useTranslation('engine')
  const condition = useMemo(() => parseCondition(value), [value])
  const problem =
    typeof condition === 'string' ? t('engine/bad-expression', { reason: condition }) : undefined
  return (
    <FieldRow label={label} hint={hint} problem={problem} wide>
      {(id) => (
        <TextField
          id={id}
          label={label}
          mono
          {...(rows === undefined ? {} : { rows })}
          {...(suggestions === undefined ? {} : { suggestions })}
          value={value}
          maxLength={LENGTH_MAX}
          invalid={problem !== undefined}
          accepts={(text) => text.trim() !== ''}
          onChange={onChange}
        />
      )}
    </FieldRow>
  )
}
