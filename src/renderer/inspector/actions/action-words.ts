/** An action as a short sentence, and the one option of it that matters most, as catalogue keys. */
import { type Action, actionKind } from '../../../shared/scenario/action'
import type { Duration } from '../../../shared/scenario/duration'
import { connectionById, serviceById } from '../../../shared/scenario/lookup'
import { type Language, textIn } from '../../../shared/scenario/text'
import type { ActionScope } from './action-scope'

type Values = Readonly<Record<string, string | number>>

export interface ActionWords {
  /** `action.save.words` with its values. */
  readonly key: string
  readonly values: Values
  /** Key of the remark at the right, where there is one. */
  readonly remark?: string
}

function longest(duration: Duration): number {
  if (typeof duration === 'number') return duration
  if ('uniform' in duration) return duration.uniform[1]
  return 'exponential' in duration ? duration.exponential : duration.lognormal[0]
}

function callee(id: string, scope: ActionScope, language: Language): Values {
  const line = connectionById(scope.scenario).get(id)
  const service = line && serviceById(scope.scenario).get(line.to)
  return {
    service: service ? textIn(service.name, language) : id,
    what: line?.operation ?? '',
  }
}

function valuesOf(action: Action, scope: ActionScope, language: Language): Values {
  if ('save' in action) return { entity: action.save, status: action.as }
  if ('effect' in action) return { effect: action.effect }
  if ('call' in action) return callee(action.call, scope, language)
  if ('publish' in action) return { event: action.publish }
  if ('push' in action) return callee(action.push, scope, language)
  if ('reply' in action) return { status: action.reply }
  if ('fail' in action) return { status: action.fail }
  if ('if' in action) return { condition: action.if }
  if ('dedupe' in action) return {}
  if ('transaction' in action) return { count: action.transaction.length }
  if ('saga' in action) return { count: action.saga.length }
  return { ms: longest(action.wait) }
}

function remarkOf(action: Action): string | undefined {
  if ('effect' in action) return action.once ? 'remark.once' : 'remark.notOnce'
  if ('publish' in action) {
    if (action.outbox) return 'remark.outbox'
    return action.confirm === false ? 'remark.noConfirm' : undefined
  }
  if ('call' in action) return action.idempotencyKey ? 'remark.once' : undefined
  return undefined
}

export function actionWords(action: Action, scope: ActionScope, language: Language): ActionWords {
  const key = `action.${actionKind(action)}.words`
  const remark = remarkOf(action)
  return { key, values: valuesOf(action, scope, language), ...(remark ? { remark } : {}) }
}
