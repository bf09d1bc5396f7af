/** A new action of each kind, saying the likeliest thing; or why there cannot be one here. */
import type { Action, ActionKind } from '../../../shared/scenario/action'
import type { ActionScope } from './action-scope'

/** A catalogue key of the reason where there is nothing to act on. */
export type NewAction = { readonly action: Action } | { readonly reason: string }

export function newAction(kind: ActionKind, scope: ActionScope): NewAction {
  switch (kind) {
    case 'save':
      return { action: { save: scope.entity, as: scope.status } }
    case 'effect':
      return { action: { effect: scope.effect } }
    case 'call': {
      const [line] = scope.calls
      return line ? { action: { call: line.id } } : { reason: 'action.call.noLine' }
    }
    case 'publish': {
      const [event] = scope.events
      return event ? { action: { publish: event } } : { reason: 'action.publish.noLine' }
    }
    case 'push': {
      const [line] = scope.pushes
      return line ? { action: { push: line.id } } : { reason: 'action.push.noLine' }
    }
    case 'reply':
      return { action: { reply: 200 } }
    case 'fail':
      return { action: { fail: 500 } }
    case 'if':
      // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
      return { action: { if: "last.outcome == 'ok'", then: [] } }
    case 'dedupe':
      return { action: { dedupe: true } }
    case 'transaction':
      return { action: { transaction: [{ save: scope.entity, as: scope.status }] } }
    case 'saga':
      return { action: { saga: [{ do: [], undo: [] }] } }
    case 'wait':
      return { action: { wait: 100 } }
  }
}
