/** A list of actions inside an action, under its own small title. */
import type { Action, ActionKind } from '../../../shared/scenario/action'
import { ActionList } from './action-list'
import type { ActionScope } from './action-scope'

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
  return (
    <section className="action-part" aria-label={title}>
      <h5 className="action-part-title">{title}</h5>
      <ActionList
        actions={actions}
        scope={scope}
        {...(kinds ? { kinds } : {})}
        onChange={(next, burst) => onChange([...next], burst)}
      />
    </section>
  )
}
