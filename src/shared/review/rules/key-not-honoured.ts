/** An idempotency key is sent, and the handler that gets it does the work again all the same. */
import { named } from '../finding'
import { isRepeatVisible } from '../reading/repeats'
import { Repair } from '../repair'
import type { Found, Rule } from '../rule'

export const keyNotHonoured: Rule = {
  id: 'key-not-honoured',
  severity: 'danger',
  find: (reading) => {
    const found = new Map<number, Found>()
    for (const call of reading.calls) {
      const { callee } = call
      if (!callee || !call.isKeyed || callee.handler.idempotent === true) continue
      if (found.has(callee.id) || !isRepeatVisible(reading, callee)) continue
      found.set(callee.id, {
        path: callee.path,
        things: [call.to.id, call.line.id],
        values: { from: named(call.from.id), to: named(call.to.id), message: call.message },
        fix: new Repair(reading).idempotent(callee).edits(),
        show: {
          moves: [
            {
              when: 'after',
              step: { kind: 'response.sent', connection: call.line.id },
              fault: { kind: 'lose-response', connection: call.line.id },
            },
          ],
          until: { kind: 'request.received', connection: call.line.id },
        },
      })
    }
    return [...found.values()]
  },
}
