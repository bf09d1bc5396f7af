/** Several writes in one commit. Only what a database can commit may stand in it. */
import { useTranslation } from 'react-i18next'
import type { Action, ActionKind, TransactionAction } from '../../../shared/scenario/action'
import { ActionPart } from './action-part'
import type { ActionScope } from './action-scope'

const KINDS: readonly ActionKind[] = ['save', 'dedupe', 'publish']

/** An event in a transaction goes by the outbox: a broker takes no part in a database's commit. */
function committed(action: Action): Action {
  return 'publish' in action && !action.outbox ? { ...action, outbox: true } : action
}

export function TransactionFields({
  action,
  scope,
  onChange,
}: {
  readonly action: TransactionAction
  readonly scope: ActionScope
  readonly onChange: (action: TransactionAction, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  return (
    <ActionPart
      title={t('option.transaction')}
      actions={action.transaction}
      scope={scope}
      kinds={KINDS}
      onChange={(actions, burst) => onChange({ transaction: actions.map(committed) }, burst)}
    />
  )
}
