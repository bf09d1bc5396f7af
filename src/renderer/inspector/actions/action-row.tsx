/** One action: a line that says it, and under it, when opened, everything that can be set about it. */
import { Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../../shared/scenario/action'
import { useSettings } from '../../state/settings'
import { IconButton } from '../../ui/button'
import { ActionFields } from './action-fields'
import type { ActionScope } from './action-scope'
import { actionWords } from './action-words'

export function ActionRow({
  number,
  action,
  scope,
  open,
  readOnly,
  onOpen,
  onRemove,
  onChange,
}: {
  readonly number: number
  readonly action: Action
  readonly scope: ActionScope
  readonly open: boolean
  readonly readOnly: boolean
  readonly onOpen: () => void
  readonly onRemove: () => void
  readonly onChange: (action: Action, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  const language = useSettings((settings) => settings.language)
  const words = actionWords(action, scope, language)
  return (
    <div className="action">
      <div className="action-head">
        <button
          type="button"
          className="action-open"
          aria-expanded={readOnly ? undefined : open}
          disabled={readOnly}
          onClick={onOpen}
        >
          <span className="action-number">{number}</span>
          <span className="action-words">{t(words.key, { ...words.values })}</span>
          {words.remark && <span className="action-remark">{t(words.remark)}</span>}
        </button>
        {!readOnly && (
          <IconButton label={t('action.remove')} onClick={onRemove}>
            <Trash2 size={14} />
          </IconButton>
        )}
      </div>
      {open && !readOnly && (
        <div className="action-body">
          <ActionFields action={action} scope={scope} onChange={onChange} />
        </div>
      )}
    </div>
  )
}
