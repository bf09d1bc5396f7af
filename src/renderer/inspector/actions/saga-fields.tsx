/** A saga: what is done, stage by stage, and what undoes each when a later one fails for good. */
import { Plus, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Action, SagaAction, SagaStage } from '../../../shared/scenario/action'
import { Button, IconButton } from '../../ui/button'
import { ReorderList } from '../../ui/reorder-list'
import { withField, withItem, withMoved } from '../with-field'
import { ActionPart } from './action-part'
import type { ActionScope } from './action-scope'

function listed(part: Action | Action[] | undefined): Action[] {
  if (part === undefined) return []
  return Array.isArray(part) ? part : [part]
}

/** The file writes one action without a list. */
function shortened(actions: Action[]): Action | Action[] {
  const [only, ...more] = actions
  return only !== undefined && more.length === 0 ? only : actions
}

export function SagaFields({
  action,
  scope,
  onChange,
}: {
  readonly action: SagaAction
  readonly scope: ActionScope
  readonly onChange: (action: SagaAction, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  const stages = action.saga
  const set = (saga: SagaStage[], burst?: string) => onChange({ saga }, burst)
  return (
    <>
      <ReorderList
        gripLabel={(name) => t('action.move', { name })}
        onMove={(from, to) => set(withMoved(stages, from, to))}
        items={stages.map((stage, place) => ({
          name: t('saga.stage', { number: place + 1 }),
          content: (
            <Stage
              number={place + 1}
              stage={stage}
              scope={scope}
              onChange={(next, burst) => set(withItem(stages, place, next), burst)}
            />
          ),
        }))}
      />
      <Button
        small
        tone="quiet"
        className="add-action"
        icon={<Plus size={14} />}
        onClick={() => set([...stages, { do: [], undo: [] }])}
      >
        {t('saga.add')}
      </Button>
    </>
  )
}

function Stage({
  number,
  stage,
  scope,
  onChange,
}: {
  readonly number: number
  readonly stage: SagaStage
  readonly scope: ActionScope
  /** `undefined` removes it. */
  readonly onChange: (stage: SagaStage | undefined, burst?: string) => void
}) {
  const { t } = useTranslation('inspector')
  return (
    <div className="saga-stage">
      <div className="box-head">
        <span>{t('saga.stage', { number })}</span>
        <IconButton label={t('saga.remove')} onClick={() => onChange(undefined)}>
          <Trash2 size={14} />
        </IconButton>
      </div>
      <ActionPart
        title={t('saga.do')}
        actions={listed(stage.do)}
        scope={scope}
        onChange={(actions, burst) => onChange({ ...stage, do: shortened(actions) }, burst)}
      />
      <ActionPart
        title={t('saga.undo')}
        actions={listed(stage.undo)}
        scope={scope}
        onChange={(actions, burst) =>
          onChange(
            withField(stage, 'undo', actions.length > 0 ? shortened(actions) : undefined),
            burst,
          )
        }
      />
    </div>
  )
}
