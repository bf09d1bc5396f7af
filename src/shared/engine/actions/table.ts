/** Every kind of op and its rule. A new kind does not compile until it is here. */
import type { OpRules } from '../op-rule'
import { call } from './call'
import { commit } from './commit'
import { effect } from './effect'
import { fail } from './fail'
import { finish } from './finish'
import { publish } from './publish'
import { push } from './push'
import { reply } from './reply'
import { wait } from './wait'

export const OP_RULES: OpRules = {
  commit,
  effect,
  call,
  publish,
  push,
  reply,
  fail,
  wait,
  finish,
}
