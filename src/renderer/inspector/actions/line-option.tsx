/** Which line an action speaks of. A line that is gone stays shown, so that the mistake can be seen. */
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../shared/scenario/connection'
import { useSettings } from '../../state/settings'
import { FieldRow } from '../../ui/field-row'
import { Select } from '../../ui/select'
import { lineName } from '../scenario/line-names'
import type { ActionScope } from './action-scope'

export function LineOption({
  label,
  value,
  lines,
  scope,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly lines: readonly Connection[]
  readonly scope: ActionScope
  readonly onChange: (line: string) => void
}) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const options = lines.map((line) => ({
    value: line.id,
    label: lineName(scope.scenario, line, language),
  }))
  const known = lines.some((line) => line.id === value)
  return (
    <FieldRow label={label}>
      {(id) => (
        <Select
          id={id}
          label={label}
          value={value}
          options={known ? options : [{ value, label: t('line.gone', { id: value }) }, ...options]}
          onChange={onChange}
        />
      )}
    </FieldRow>
  )
}
