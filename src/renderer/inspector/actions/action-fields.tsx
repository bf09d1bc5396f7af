/** Every option of an action, by its kind. Actions that hold actions show their lists. */
import { useTranslation } from 'react-i18next'
import type { Action } from '../../../shared/scenario/action'
import { DurationField } from '../duration-field'
import { withField } from '../with-field'
import { NumberOption, SwitchOption, WordOption } from './action-options'
import type { ActionScope } from './action-scope'
import { CallFields } from './call-fields'
import { IfFields } from './if-fields'
import { LineOption } from './line-option'
import { SagaFields } from './saga-fields'
import { TransactionFields } from './transaction-fields'

const STATUS_MAX = 599

export function ActionFields({
  action,
  scope,
  onChange,
}: {
  readonly action: Action
  readonly scope: ActionScope
  readonly onChange: (action: Action, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  if ('save' in action) {
    return (
      <>
        <WordOption thing={action} field="save" onChange={onChange} />
        <WordOption thing={action} field="as" onChange={onChange} />
      </>
    )
  }
  if ('effect' in action) {
    return (
      <>
        <WordOption thing={action} field="effect" onChange={onChange} />
        <SwitchOption thing={action} field="once" onChange={onChange} />
        <WordOption thing={action} field="says" optional onChange={onChange} />
        <NumberOption thing={action} field="timeout" onChange={onChange} />
        <NumberOption thing={action} field="retries" onChange={onChange} />
      </>
    )
  }
  if ('call' in action) return <CallFields action={action} scope={scope} onChange={onChange} />
  if ('publish' in action) {
    return (
      <>
        <WordOption thing={action} field="publish" suggestions={scope.events} onChange={onChange} />
        <SwitchOption thing={action} field="outbox" onChange={onChange} />
        <SwitchOption thing={action} field="confirm" byDefault onChange={onChange} />
      </>
    )
  }
  if ('push' in action) {
    return (
      <LineOption
        label={t('option.push')}
        value={action.push}
        lines={scope.pushes}
        scope={scope}
        onChange={(push) => onChange({ push })}
      />
    )
  }
  if ('reply' in action) {
    return (
      <NumberOption thing={action} field="reply" max={STATUS_MAX} required onChange={onChange} />
    )
  }
  if ('fail' in action) {
    return (
      <>
        <NumberOption thing={action} field="fail" max={STATUS_MAX} required onChange={onChange} />
        <SwitchOption thing={action} field="requeue" byDefault onChange={onChange} />
      </>
    )
  }
  if ('if' in action) return <IfFields action={action} scope={scope} onChange={onChange} />
  if ('dedupe' in action) return <p className="inspector-text">{t('action.dedupe.more')}</p>
  if ('transaction' in action) {
    return <TransactionFields action={action} scope={scope} onChange={onChange} />
  }
  if ('saga' in action) return <SagaFields action={action} scope={scope} onChange={onChange} />
  return (
    <DurationField
      label={t('option.wait')}
      value={action.wait}
      onChange={(wait, burst) =>
        wait !== undefined && onChange(withField(action, 'wait', wait), burst)
      }
    />
  )
}
