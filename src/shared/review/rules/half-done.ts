/** A later step fails for good reasons, and what the earlier ones left behind stays. domain.md 5.4, MS-12. */
import { named } from '../finding'
import type { CallRead } from '../reading/calls'
import { callAt, waysInto } from '../reading/flow'
import type { HandlerRead, Part, Site } from '../reading/parts'
import type { Reading } from '../reading/reading'
import { changesAnything } from '../reading/repeats'
import type { Found, Rule } from '../rule'

/** Nobody takes back an order because a notice did not go out. */
const TELLING = 'notify'

export const halfDone: Rule = {
  id: 'half-done',
  severity: 'fragile',
  find: (reading) =>
    reading.handlers.flatMap((handler) => {
      const { calls, frames } = waysInto(reading, handler)
      // A redelivered message is tried again, and in the end all of it is done.
      if (calls.length + frames.length === 0) return []
      const broken = breakIn(reading, handler.parts, undefined)
      return broken.call ? [found(reading, handler, broken.call, broken.left)] : []
    }),
}

interface Break {
  /** What is left behind by then. */
  readonly left: Site | undefined
  /** The call that can fail after it. */
  readonly call?: CallRead
}

/** A saga takes back its own; what stands outside one is nobody's to take back. */
function breakIn(reading: Reading, parts: readonly Part[], start: Site | undefined): Break {
  let left = start
  for (const part of parts) {
    const inside = breakInPart(reading, part, left)
    if (inside.call) return inside
    left = inside.left
  }
  return { left }
}

function breakInPart(reading: Reading, part: Part, left: Site | undefined): Break {
  switch (part.part) {
    case 'site': {
      const { site } = part
      const call = callAt(reading, site)
      if (left && call && canBeRefused(reading, call)) return { left, call }
      return { left: left ?? (isLeft(reading, site) ? site : undefined) }
    }
    case 'if': {
      const yes = breakIn(reading, part.yes, left)
      if (yes.call) return yes
      const no = breakIn(reading, part.no, left)
      return no.call ? no : { left: yes.left ?? no.left }
    }
    case 'saga':
      return { left }
  }
}

/** Somebody decides there, and the handler gives up when the answer is no. */
function canBeRefused(reading: Reading, { kind, callee, site }: CallRead): boolean {
  if (kind !== 'call' || !callee || !site) return false
  if ('onFailure' in site.action && site.action.onFailure === 'continue') return false
  return changesAnything(reading, callee, isOutcome)
}

function isOutcome({ action }: Site): boolean {
  return 'effect' in action && action.effect !== TELLING
}

function isLeft(reading: Reading, site: Site): boolean {
  if ('save' in site.action || isOutcome(site)) return true
  const callee = callAt(reading, site)?.callee
  if (!callee) return false
  return changesAnything(reading, callee, (one) => 'save' in one.action || isOutcome(one))
}

function found(
  reading: Reading,
  { service }: HandlerRead,
  call: CallRead,
  left: Site | undefined,
): Found {
  const line = call.line.id
  return {
    path: call.path,
    things: [service.id, call.to.id, line],
    values: { service: named(service.id), to: named(call.to.id), what: wordFor(reading, left) },
    show: {
      moves: Array.from({ length: call.retries + 1 }, () => ({
        when: 'before' as const,
        step: { kind: 'request.received' as const, connection: line },
        fault: { kind: 'lose-request' as const, connection: line },
      })),
      until: { kind: 'handler.failed', service: service.id },
    },
  }
}

function wordFor(reading: Reading, left: Site | undefined): string {
  if (!left) return ''
  if ('save' in left.action) return left.action.save
  if ('effect' in left.action) return left.action.effect
  return callAt(reading, left)?.message ?? ''
}
