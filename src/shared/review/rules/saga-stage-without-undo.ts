/** A stage that leaves something behind, and nothing that takes it back when a later one fails. 4.1, "Saga". */
import type { Action, SagaAction } from '../../scenario/action'
import type { Edit } from '../../scenario/edits'
import { named } from '../finding'
import { callAt } from '../reading/flow'
import type { HandlerRead, Site } from '../reading/parts'
import type { Reading } from '../reading/reading'
import { changesAnything } from '../reading/repeats'
import { canFail, sagasOf, sitesIn } from '../reading/sagas'
import { Repair } from '../repair'
import type { Rule } from '../rule'

/** Nothing unsends a notice. */
const TELLING = 'notify'

export const sagaStageWithoutUndo: Rule = {
  id: 'saga-stage-without-undo',
  severity: 'danger',
  find: (reading) =>
    sagasOf(reading).flatMap(({ handler, action, stages }) =>
      stages.flatMap((stage, index) => {
        if (stage.back.length > 0) return []
        if (!stages.slice(index + 1).some((later) => canFail(reading, later))) return []
        const undos = stages.slice(0, index).flatMap(({ back }) => sitesIn(back))
        const left = sitesIn(stage.forward).find((site) => isLeft(reading, site, undos))
        if (!left) return []
        const callee = callAt(reading, left)?.to.id
        const undo = undoOf(left.action)
        const fix = undo && withUndo(reading, handler, action, index, undo)
        return [
          {
            path: stage.path,
            things: [...new Set([handler.service.id, callee ?? handler.service.id])],
            values: {
              service: named(handler.service.id),
              stage: index + 1,
              what: callee === undefined ? wordFor(left.action) : named(callee),
            },
            ...(fix && { fix }),
          },
        ]
      }),
    ),
}

/** It changes something that no undo up to here speaks of. */
function isLeft(reading: Reading, site: Site, undos: readonly Site[]): boolean {
  const { action } = site
  if ('save' in action)
    return !undos.some((undo) => 'save' in undo.action && undo.action.save === action.save)
  if ('effect' in action && action.effect !== TELLING)
    return !undos.some((undo) => 'effect' in undo.action)
  if ('effect' in action) return false
  const call = callAt(reading, site)
  if (!call?.callee || undos.some((undo) => callAt(reading, undo)?.to === call.to)) return false
  return changesAnything(reading, call.callee, ({ action: inner }) => {
    if ('effect' in inner) return inner.effect !== TELLING
    return 'save' in inner
  })
}

function wordFor(action: Action): string {
  if ('effect' in action) return action.effect
  return 'save' in action ? action.save : ''
}

/** What takes it back, where there is no doubt. */
function undoOf(action: Action): Action | undefined {
  if ('effect' in action && action.effect === 'charge') return { effect: 'refund', once: true }
  return 'save' in action ? { save: action.save, as: 'cancelled' } : undefined
}

/** Undefined for a saga inside another action. */
function withUndo(
  reading: Reading,
  handler: HandlerRead,
  saga: SagaAction,
  index: number,
  undo: Action,
): readonly Edit[] | undefined {
  if (!handler.handler.do.includes(saga)) return undefined
  const stages = saga.saga.map((stage, at) => (at === index ? { ...stage, undo } : stage))
  return new Repair(reading)
    .handler(handler, (one) => ({
      ...one,
      do: one.do.map((action) => (action === saga ? { saga: stages } : action)),
    }))
    .edits()
}
