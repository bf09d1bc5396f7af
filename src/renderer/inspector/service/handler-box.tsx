/** One handler: what starts it, whether it makes an order, and its actions in order. */
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Connection } from '../../../shared/scenario/connection'
import type { Handler, Trigger } from '../../../shared/scenario/handler'
import { IconButton } from '../../ui/button'
import { Select } from '../../ui/select'
import { Switch } from '../../ui/switch'
import { ActionList } from '../actions/action-list'
import type { ActionScope } from '../actions/action-scope'
import { Expander } from '../expander'
import { withField } from '../with-field'
import { triggerKey, triggerWords } from './triggers'

export function HandlerBox({
  handler,
  triggers,
  lines,
  scope,
  readOnly,
  onChange,
}: {
  readonly handler: Handler
  readonly triggers: readonly Trigger[]
  /** The lines that end at the service. */
  readonly lines: readonly Connection[]
  readonly scope: ActionScope
  readonly readOnly: boolean
  /** `undefined` removes it. */
  readonly onChange: (handler: Handler | undefined, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  const words = triggerWords(handler.on, lines)
  return (
    <div className="handler" data-inferred={readOnly || undefined}>
      <div className="box-head">
        <h4 className="handler-title">{t('handler.when', { what: words })}</h4>
        {!readOnly && (
          <IconButton label={t('handler.remove')} onClick={() => onChange(undefined)}>
            <Trash2 size={15} />
          </IconButton>
        )}
      </div>
      <ActionList
        actions={handler.do}
        scope={scope}
        readOnly={readOnly}
        onChange={(actions, burst) => onChange({ ...handler, do: [...actions] }, burst)}
      />
      {!readOnly && (
        <Expander label={t('handler.options')}>
          <TriggerSelect
            handler={handler}
            triggers={triggers}
            lines={lines}
            onChange={(on) => onChange({ ...handler, on })}
          />
          <Switch
            label={t('handler.creates')}
            hint={t('handler.creates.about')}
            checked={handler.creates === 'order'}
            onChange={(on) => onChange(withField(handler, 'creates', on ? 'order' : undefined))}
          />
          <Switch
            label={t('handler.idempotent')}
            hint={t('handler.idempotent.about')}
            checked={handler.idempotent === true}
            onChange={(on) => onChange(withField(handler, 'idempotent', on || undefined))}
          />
          <Switch
            label={t('handler.needsKey')}
            hint={t('handler.needsKey.about')}
            checked={handler.needsKey === true}
            onChange={(on) => onChange(withField(handler, 'needsKey', on || undefined))}
          />
        </Expander>
      )}
    </div>
  )
}

function TriggerSelect({
  handler,
  triggers,
  lines,
  onChange,
}: {
  readonly handler: Handler
  readonly triggers: readonly Trigger[]
  readonly lines: readonly Connection[]
  readonly onChange: (trigger: Trigger) => void
}) {
  const { t } = useTranslation('inspector')
  const current = triggerKey(handler.on)
  const known = triggers.some((trigger) => triggerKey(trigger) === current)
  const all = known ? triggers : [handler.on, ...triggers]
  const kindOf = (trigger: Trigger) => Object.keys(trigger)[0] ?? ''
  return (
    <Select
      label={t('handler.trigger')}
      value={current}
      options={all.map((trigger) => ({
        value: triggerKey(trigger),
        label: triggerWords(trigger, lines),
        hint: t(`trigger.${kindOf(trigger)}`),
      }))}
      onChange={(key) => {
        const chosen = all.find((trigger) => triggerKey(trigger) === key)
        if (chosen) onChange(chosen)
      }}
    />
  )
}
