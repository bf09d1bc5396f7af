/** A call: to whom, how patiently, how often, and what follows when it fails. */
import { useTranslation } from 'react-i18next'
import type { CallAction } from '../../../shared/scenario/action'
import { FieldRow } from '../../ui/field-row'
import { Select } from '../../ui/select'
import { DurationField } from '../duration-field'
import { withField } from '../with-field'
import { NumberOption, SwitchOption } from './action-options'
import type { ActionScope } from './action-scope'
import { LineOption } from './line-option'

type OnFailure = NonNullable<CallAction['onFailure']>

export function CallFields({
  action,
  scope,
  onChange,
}: {
  readonly action: CallAction
  readonly scope: ActionScope
  readonly onChange: (action: CallAction, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  return (
    <>
      <LineOption
        label={t('option.call')}
        value={action.call}
        lines={scope.calls}
        scope={scope}
        onChange={(call) => onChange({ ...action, call })}
      />
      <NumberOption thing={action} field="timeout" onChange={onChange} />
      <NumberOption thing={action} field="retries" onChange={onChange} />
      <DurationField
        label={t('option.backoff')}
        value={action.backoff}
        onChange={(backoff, burst) => onChange(withField(action, 'backoff', backoff), burst)}
      />
      <SwitchOption thing={action} field="idempotencyKey" onChange={onChange} />
      <FieldRow label={t('option.onFailure')}>
        {(id) => (
          <Select<OnFailure>
            id={id}
            label={t('option.onFailure')}
            value={action.onFailure ?? 'fail'}
            options={[
              { value: 'fail', label: t('onFailure.fail'), hint: t('onFailure.fail.about') },
              {
                value: 'continue',
                label: t('onFailure.continue'),
                hint: t('onFailure.continue.about'),
              },
            ]}
            onChange={(next) =>
              onChange(withField(action, 'onFailure', next === 'fail' ? undefined : next))
            }
          />
        )}
      </FieldRow>
    </>
  )
}
