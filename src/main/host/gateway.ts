/**
 * The one door of a host. Whatever comes through a transport is checked here against the contract, so that a
 * call's own code sees only what its types say. A wrong call is answered with a problem; it never throws.
 */
import { type CallName, CONTRACT } from '../../shared/host/contract'
import { isCallName, type Reply } from '../../shared/host/reply'
import { hostProblem } from '../host-problem'
import type { Calls } from './calls'
import type { PageId } from './pages'

export interface Gateway {
  /**
   * `name` and `input` as they came, unchecked; `page` is who calls, as the transport knows it. Rejects only
   * where Dryrun itself is at fault.
   */
  answer(name: unknown, input: unknown, page: PageId): Promise<Reply>
}

const NAME_SHOWN_MAX = 80

export function gatewayTo(calls: Calls): Gateway {
  return {
    async answer(name, input, page) {
      if (typeof name !== 'string' || !isCallName(name)) {
        const shown = typeof name === 'string' ? name.slice(0, NAME_SHOWN_MAX) : typeof name
        return { reply: 'refused', problem: hostProblem('host/unknown-call', { name: shown }) }
      }
      const parsed = CONTRACT[name].input.safeParse(input)
      if (!parsed.success) {
        const where = parsed.error.issues[0]?.path.join('.') || 'input'
        return { reply: 'refused', problem: hostProblem('host/bad-request', { name, where }) }
      }
      return { reply: 'output', output: await answerTo(calls, name)(parsed.data, page) }
    },
  }
}

/** The input's type is lost in a table of calls with different ones; the schema above has just checked it. */
function answerTo(calls: Calls, name: CallName): (input: unknown, page: PageId) => unknown {
  return calls[name] as (input: unknown, page: PageId) => unknown
}
