/** Actions hold lists of actions. The list hands itself down this way, so that no file imports itself. */
import { type ComponentType, createContext } from 'react'
import type { Action, ActionKind } from '../../../shared/scenario/action'
import type { ActionScope } from './action-scope'

export interface ActionListProps {
  readonly actions: readonly Action[]
  readonly scope: ActionScope
  /** Those that may stand here: a transaction holds only what one commit can hold. */
  readonly kinds?: readonly ActionKind[]
  readonly readOnly?: boolean
  readonly onChange: (actions: readonly Action[], burst?: string) => void
}

export const NestedList = createContext<ComponentType<ActionListProps> | null>(null)
