/** A GET that does something: whoever prefetches, crawls or caches does it too. RFC 9110 section 9.2.1. */
import { named } from '../finding'
import { changesAnything } from '../reading/repeats'
import { Repair } from '../repair'
import type { Rule } from '../rule'

const SAFE = /^(GET|HEAD|OPTIONS|TRACE)\b/

export const safeMethodChanges: Rule = {
  id: 'safe-method-changes',
  severity: 'danger',
  find: (reading) => {
    const told = new Set<string>()
    return reading.calls.flatMap((call) => {
      const { callee, line, message } = call
      if (!callee || line.protocol !== 'rest' || !SAFE.test(message)) return []
      const changes =
        callee.handler.creates === 'order' ||
        changesAnything(reading, callee, ({ action }) => 'effect' in action)
      const name = `${line.id} ${message}`
      if (!changes || told.has(name)) return []
      told.add(name)
      // A handler that goes by the operation's name would be lost with the name.
      const isRenamable = line.operation === message && !('operation' in callee.handler.on)
      const operation = message.replace(SAFE, 'POST')
      return [
        {
          path: `connections[${call.lineIndex}]`,
          things: [line.id, call.to.id],
          values: { to: named(call.to.id), message },
          ...(isRenamable && { fix: new Repair(reading).line(line.id, { operation }).edits() }),
        },
      ]
    })
  },
}
