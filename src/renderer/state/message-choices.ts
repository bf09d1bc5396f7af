/**
 * What may happen to one message, on its way or in a queue, and what may not, each with the reason. Pure; the
 * board, the step list and the state view offer the same.
 */
import type { ChoiceInfo } from '../../shared/engine/choices'
import { sentBy } from '../../shared/engine/flight'
import type { Flight, Moment } from '../../shared/engine/moment'
import type { Step } from '../../shared/engine/step'

type Stage = Flight['kind'] | 'ready' | 'unacked' | 'dead'

export interface Message {
  readonly id: number
  readonly connection: string
  readonly stage: Stage
}

export interface Impossible {
  /** `deliver`, or a kind of fault: `message.what.WHAT`. */
  readonly what: string
  /** `message.why.WHY`. */
  readonly why: string
}

/** What one would try on a message of this stage, and why it cannot be where it is not offered. */
const TRIED: Readonly<Record<Stage, readonly Impossible[]>> = {
  request: [
    { what: 'lose-request', why: 'held' },
    { what: 'duplicate', why: 'held' },
    { what: 'delay', why: 'held' },
    { what: 'lose-response', why: 'notAnswered' },
  ],
  response: [
    { what: 'lose-response', why: 'held' },
    { what: 'delay', why: 'held' },
    { what: 'duplicate', why: 'answeredOnce' },
  ],
  event: [
    { what: 'duplicate', why: 'brokerDown' },
    { what: 'reorder', why: 'noneBefore' },
    { what: 'lose-request', why: 'stored' },
    { what: 'delay', why: 'noTimer' },
  ],
  ready: [
    { what: 'deliver', why: 'notNext' },
    { what: 'duplicate', why: 'brokerDown' },
    { what: 'reorder', why: 'noneBefore' },
    { what: 'lose-request', why: 'stored' },
  ],
  unacked: [
    { what: 'lose-response', why: 'notDone' },
    { what: 'duplicate', why: 'delivered' },
    { what: 'lose-request', why: 'stored' },
  ],
  dead: [
    { what: 'deliver', why: 'dead' },
    { what: 'lose-request', why: 'stored' },
  ],
  confirm: [
    { what: 'lose-response', why: 'held' },
    { what: 'duplicate', why: 'answeredOnce' },
  ],
  ack: [{ what: 'lose-response', why: 'held' }],
  frame: [
    { what: 'lose-request', why: 'behind' },
    { what: 'duplicate', why: 'frames' },
    { what: 'delay', why: 'noTimer' },
  ],
  sql: [
    { what: 'lose-request', why: 'atomic' },
    { what: 'duplicate', why: 'atomic' },
  ],
}

/** Every message that there is at a moment. Where several compete for one, it is told once. */
export function messagesAt({ flights, queues }: Moment): readonly Message[] {
  const found = new Map<number, Message>()
  for (const { connection, ready, unacked, dead } of queues)
    for (const [stage, held] of Object.entries({ ready, unacked, dead }) as [Stage, typeof ready][])
      for (const { id } of held) if (!found.has(id)) found.set(id, { id, connection, stage })
  // What is still on its way to a consumer is in its queue as well: it is met on its line.
  for (const { id, connection, kind } of flights) found.set(id, { id, connection, stage: kind })
  return [...found.values()]
}

/** What happens of itself first, then what the environment might break. */
export function choicesAbout(
  choices: readonly ChoiceInfo[],
  messages: readonly Message[],
): readonly ChoiceInfo[] {
  const ids = new Set(messages.map(({ id }) => id))
  return choices
    .filter(({ about }) => about !== undefined && ids.has(about))
    .toSorted((a, b) => Number(a.fault) - Number(b.fault))
}

/** `choices`: those about this very message. */
export function impossibleFor(
  { stage }: Message,
  choices: readonly ChoiceInfo[],
): readonly Impossible[] {
  const offered = new Set(choices.map(({ kind }) => kind))
  return TRIED[stage].filter(({ what }) => !offered.has(what))
}

/** The messages that a step sent and that are there still. */
export function messagesOf(step: Step, moment: Moment): readonly Message[] {
  return messagesAt(moment).filter(({ id }) => sentBy(id) === step.seq)
}

/** Where a step sent nothing: what may happen to its order at its service or on its line. */
export function choicesNear(
  choices: readonly ChoiceInfo[],
  { service, connection, order }: Step,
): readonly ChoiceInfo[] {
  return choices.filter((choice) => {
    const isThere =
      choice.service === service || (connection !== undefined && choice.connection === connection)
    return isThere && (choice.order === undefined || choice.order === order)
  })
}
