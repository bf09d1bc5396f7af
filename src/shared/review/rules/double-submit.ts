/** The customer presses twice, and every press is work of its own. domain.md 4.4, I0. */
import { sendKey } from '../call-repair'
import { named } from '../finding'
import { isProtected } from '../reading/flow'
import { isRepeatVisible } from '../reading/repeats'
import { Repair } from '../repair'
import type { Rule } from '../rule'

export const doubleSubmit: Rule = {
  id: 'double-submit',
  severity: 'danger',
  find: (reading) =>
    reading.calls.flatMap((call) => {
      const times = call.stimulus?.stimulus.times ?? 1
      if (times < 2 || !call.callee || isProtected(call)) return []
      if (!isRepeatVisible(reading, call.callee)) return []
      return [
        {
          path: call.path,
          things: [call.line.id, call.to.id],
          values: { to: named(call.to.id), message: call.message, count: times },
          fix: sendKey(new Repair(reading), reading, call).edits(),
          show: {
            moves: [],
            until: { kind: 'handler.started', service: call.to.id },
            nth: 2,
          },
        },
      ]
    }),
}
