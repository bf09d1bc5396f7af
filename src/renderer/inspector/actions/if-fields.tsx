/** A choice by a condition: what is done when it holds, and what otherwise. */
import { useTranslation } from 'react-i18next'
import type { IfAction } from '../../../shared/scenario/action'
import { ConditionField } from '../condition-field'
import { withField } from '../with-field'
import { ActionPart } from './action-part'
import type { ActionScope } from './action-scope'

const CONDITIONS = [
  "last.outcome == 'ok'",
  "last.outcome == 'timeout'",
  "last.outcome == 'refused'",
  'last.status == 201',
  "rows.order == 'none'",
  'effects.charge == 0',
]

export function IfFields({
  action,
  scope,
  onChange,
}: {
  readonly action: IfAction
  readonly scope: ActionScope
  readonly onChange: (action: IfAction, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  return (
    <>
      <ConditionField
        label={t('option.if')}
        hint={t('option.if.about')}
        value={action.if}
        suggestions={CONDITIONS}
        onChange={(text, burst) => onChange(withField(action, 'if', text), burst)}
      />
      <ActionPart
        title={t('option.then')}
        actions={action.then}
        scope={scope}
        onChange={(actions, burst) => onChange(withField(action, 'then', actions), burst)}
      />
      <ActionPart
        title={t('option.else')}
        actions={action.else ?? []}
        scope={scope}
        onChange={(actions, burst) =>
          onChange(withField(action, 'else', actions.length > 0 ? actions : undefined), burst)
        }
      />
    </>
  )
}
