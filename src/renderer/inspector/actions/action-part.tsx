/** A list of actions inside an action, under its own small title. */
import { use } from 'react'
import type { Action, ActionKind } from '../../../shared/scenario/action'
import type { ActionScope } from './action-scope'
import { NestedList } from './nested-list'

export function ActionPart({
  title,
  actions,
  scope,
  kinds,
  onChange,
}: {
  readonly title: string
  readonly actions: readonly Action[]
  readonly scope: ActionScope
  readonly kinds?: readonly ActionKind[]
  readonly onChange: (actions: Action[], burst?: string) => void
}) {
  const ActionList = use(NestedList)
  return (
    <section className="action-part" aria-label={title}>
      <h5 className="action-part-title">{title}</h5>
      {ActionList && (
        <ActionList
          actions={actions}
          scope={scope}
          {...(kinds ? { kinds } : {})}
          onChange={(next, burst) => onChange([...next], burst)}
        />
      )}
    </section>
  )
}
