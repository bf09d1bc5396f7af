/**
 * A request that may be repeated and that the other side cannot know again. RFC 9110 section 9.2.2: a client
 * should not retry a method that is not idempotent unless it knows that this request is.
 */
import { sendKey } from '../call-repair'
import { firstOfEach } from '../distinct'
import { named } from '../finding'
import type { CallRead } from '../reading/calls'
import type { Reading } from '../reading/reading'
import { isRepeatVisible } from '../reading/repeats'
import { Repair } from '../repair'
import type { Rule } from '../rule'

export const retryWithoutKey: Rule = {
  id: 'retry-without-key',
  severity: 'danger',
  find: (reading) =>
    firstOfEach(
      reading.calls.filter(
        (call) =>
          call.kind === 'call' && call.retries > 0 && !call.isKeyed && isRisky(reading, call),
      ),
      ({ line, message }) => `${line.id} ${message}`,
    ).map((call) => ({
      path: call.path,
      things: [call.line.id, call.from.id, call.to.id],
      values: {
        from: named(call.from.id),
        to: named(call.to.id),
        message: call.message,
        count: call.retries,
      },
      fix: sendKey(new Repair(reading), reading, call).edits(),
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
    })),
}

const IDEMPOTENT = /^(GET|HEAD|OPTIONS|TRACE|PUT|DELETE)\b/
const NOT_IDEMPOTENT = /^(POST|PATCH)\b/

/** By what its handler does, where that is known; otherwise by its method. */
function isRisky(reading: Reading, { line, message, callee }: CallRead): boolean {
  if (line.protocol === 'rest' && IDEMPOTENT.test(message)) return false
  if (callee) return isRepeatVisible(reading, callee)
  return line.protocol === 'rest' && NOT_IDEMPOTENT.test(message)
}
