/** `if`: which of two lists comes next, decided with what is known at that moment. */
import type { IfAction } from '../../scenario/action'
import { expressionAt } from '../expression'
import type { Flattener } from '../flattener'

export function flattenIf(action: IfAction, into: Flattener, path: string): void {
  const condition = expressionAt(into.names, into.tables, action.if, `${path}.if`)
  if (condition === undefined) return
  if (condition.names.some((name) => name === 'last' || name.startsWith('last.')))
    into.remembersLast = true
  const branch = into.add({ op: 'branch', condition, otherwise: 0 })
  const unmarked = into.unmarkedInbox
  into.flatten(action.then, `${path}.then`)
  const afterThen = into.unmarkedInbox
  const over = into.add({ op: 'jump' })
  into.land(branch)
  into.unmarkedInbox = unmarked
  into.flatten(action.else ?? [], `${path}.else`)
  into.unmarkedInbox = afterThen ?? into.unmarkedInbox
  into.land(over)
}
