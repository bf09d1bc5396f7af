/** Every action of the language and what it becomes. A new action does not compile until it is here. */
import { type Action, type ActionKind, actionKind } from '../../scenario/action'
import type { Flattener, FlattenRules } from '../flattener'
import { flattenCall } from './call'
import { flattenDedupe } from './dedupe'
import { flattenEffect } from './effect'
import { flattenFail } from './fail'
import { flattenIf } from './if'
import { flattenPublish } from './publish'
import { flattenPush } from './push'
import { flattenReply } from './reply'
import { flattenSaga } from './saga'
import { flattenSave } from './save'
import { flattenTransaction } from './transaction'
import { flattenWait } from './wait'

type ActionOf<Kind extends ActionKind> = Extract<Action, Record<Kind, unknown>>

type Table = {
  readonly [Kind in ActionKind]: (
    action: ActionOf<Kind>,
    into: Flattener,
    path: string,
    rest: readonly Action[],
  ) => void
}

const TABLE: Table = {
  save: flattenSave,
  effect: flattenEffect,
  call: flattenCall,
  publish: flattenPublish,
  push: flattenPush,
  reply: flattenReply,
  fail: flattenFail,
  if: flattenIf,
  dedupe: (_action, into, _path, rest) => flattenDedupe(into, rest),
  transaction: flattenTransaction,
  saga: flattenSaga,
  wait: flattenWait,
}

export const FLATTEN_RULES: FlattenRules = {
  flatten(action, into, path, rest) {
    // The table is keyed by the action's own kind, which the cast restates.
    const rule = TABLE[actionKind(action)] as Table['save'] as (
      action: Action,
      into: Flattener,
      path: string,
      rest: readonly Action[],
    ) => void
    rule(action, into, path, rest)
  },
}
