/**
 * Somebody may say no, a card processor for one, and the handler goes on without having looked at the answer: the
 * order is paid that nobody paid for. domain.md 5.4, MS-12; 4.1, "Saga", the step that can fail for a business reason.
 */
import { named } from '../finding'
import type { CallRead } from '../reading/calls'
import { callAt, isReached, waysInto } from '../reading/flow'
import { decidedEffects } from '../reading/outcomes'
import type { HandlerRead, Part, Site } from '../reading/parts'
import type { Reading } from '../reading/reading'
import { changesAnything } from '../reading/repeats'
import { Repair } from '../repair'
import type { Found, Rule } from '../rule'

export const noTakenForYes: Rule = {
  id: 'no-taken-for-yes',
  severity: 'danger',
  find: (reading) =>
    reading.handlers.flatMap((handler) => {
      if (!isReached(reading, handler)) return []
      const read = unread(reading, handler.parts, undefined, false)
      const next = read.next ?? silentYes(reading, handler, read.asked)
      return read.asked && next ? [found(reading, handler, read.asked, next)] : []
    }),
}

interface Unread {
  /** A question whose answer has not been looked at. */
  readonly asked: CallRead | undefined
  /** What is done all the same. */
  readonly next?: Site
}

function unread(
  reading: Reading,
  parts: readonly Part[],
  start: CallRead | undefined,
  isInSaga: boolean,
): Unread {
  let asked = start
  for (const part of parts) {
    const inside = unreadPart(reading, part, asked, isInSaga)
    if (inside.next) return inside
    asked = inside.asked
  }
  return { asked }
}

function unreadPart(
  reading: Reading,
  part: Part,
  asked: CallRead | undefined,
  isInSaga: boolean,
): Unread {
  switch (part.part) {
    case 'site': {
      const { site } = part
      if (asked && isGoingOn(site)) return { asked, next: site }
      if ('fail' in site.action) return { asked: undefined }
      const call = callAt(reading, site)
      return { asked: call && canSayNo(reading, call, isInSaga) ? call : asked }
    }
    case 'if': {
      // Whoever looks, at the answer or at what it left behind, has not ignored it.
      const open = LOOKS.test(part.condition) ? undefined : asked
      const yes = unread(reading, part.yes, open, isInSaga)
      if (yes.next) return yes
      const no = unread(reading, part.no, open, isInSaga)
      return no.next ? no : { asked: yes.asked ?? no.asked }
    }
    case 'saga':
      return unread(
        reading,
        part.stages.flatMap(({ forward }) => forward),
        asked,
        true,
      )
  }
}

const LOOKS = /\b(last|effects|rows)\b/

/** A no that does not end the handler: an effect's outside a saga, a call's that is told to continue. */
function canSayNo(reading: Reading, call: CallRead, isInSaga: boolean): boolean {
  const { kind, message, callee, site } = call
  if (kind === 'effect') return !isInSaga && decidedEffects(reading).has(message)
  const goesOn = site && 'onFailure' in site.action && site.action.onFailure === 'continue'
  if (!goesOn || !callee) return false
  return changesAnything(
    reading,
    callee,
    ({ action }) => 'fail' in action || ('effect' in action && action.effect === 'charge'),
  )
}

function isGoingOn({ action }: Site): boolean {
  if ('reply' in action) return action.reply < 400
  return ['save', 'effect', 'publish', 'push', 'call'].some((kind) => kind in action)
}

/** A handler that ends without an answer of its own has said yes. */
function silentYes(
  reading: Reading,
  handler: HandlerRead,
  asked: CallRead | undefined,
): Site | undefined {
  if (!asked || waysInto(reading, handler).calls.length === 0) return undefined
  return handler.sites.some(({ action }) => 'reply' in action) ? undefined : asked.site
}

function found(reading: Reading, handler: HandlerRead, asked: CallRead, next: Site): Found {
  const { service } = handler
  const isDeclined = asked.to.outcomes?.[asked.message] === 'declined'
  const fix = repair(reading, handler, asked)
  return {
    path: asked.path,
    things: [service.id, asked.to.id, asked.line.id],
    values: {
      service: named(service.id),
      to: named(asked.to.id),
      message: asked.message,
      next: wordFor(next),
    },
    ...(fix && { fix: fix.edits() }),
    ...(isDeclined &&
      next !== asked.site && {
        show: { moves: [], until: { kind: STEPS[kindOf(next)], service: service.id } },
      }),
  }
}

type Next = 'save' | 'effect' | 'publish' | 'push' | 'call' | 'reply'

const STEPS = {
  save: 'row.saved',
  effect: 'effect.done',
  publish: 'event.published',
  push: 'frame.sent',
  call: 'request.sent',
  reply: 'response.sent',
} as const satisfies Readonly<Record<Next, string>>

function kindOf({ action }: Site): Next {
  const kinds = ['save', 'effect', 'publish', 'push', 'call'] as const
  return kinds.find((kind) => kind in action) ?? 'reply'
}

function wordFor({ action }: Site): string {
  if ('save' in action) return action.as
  if ('effect' in action) return action.effect
  if ('publish' in action) return action.publish
  if ('call' in action) return action.call
  if ('push' in action) return action.push
  return 'reply' in action ? `${action.reply}` : ''
}

/** Whoever waits is told no. What became of a message that nobody waits for is not one click's to say. */
function repair(reading: Reading, handler: HandlerRead, { site }: CallRead): Repair | undefined {
  const [asking] = waysInto(reading, handler).calls
  if (!asking || !site) return undefined
  return new Repair(reading).action(site, (action) => {
    if ('call' in action) {
      const { onFailure: _goesOn, ...failing } = action
      return [failing]
    }
    const refusal = {
      fail: asking.line.protocol === 'grpc' ? FAILED_PRECONDITION : PAYMENT_REQUIRED,
    }
    // biome-ignore lint/suspicious/noThenProperty: the file format's own word; never awaited
    return [action, { if: "last.outcome == 'error'", then: [refusal] }]
  })
}

/** RFC 9110 section 15.5.3; gRPC's for a system that is not in the state that the operation needs. */
const PAYMENT_REQUIRED = 402
const FAILED_PRECONDITION = 9
