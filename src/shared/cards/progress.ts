/** What is remembered of all cards: kept by the host, exported to a file, and joined with what was exported elsewhere. */
import type { Outcome, Problem } from '../base/problem'
import { z } from '../scenario/zod'
import { type Memory, memorySchema } from './memory'
import { parseVersioned } from './parse-versioned'
import { cardProblem } from './problem-texts'

const PROGRESS_VERSION = 1
export const PROGRESS_ENDING = '.progress.json'

/** `deck/card`, whether or not this Dryrun has such a card. */
export const cardKeySchema = z.string().regex(/^[a-z][a-z0-9-]{0,62}\/[a-z][a-z0-9-]{0,62}$/)

export const memoriesSchema = z.record(cardKeySchema, memorySchema)
/** By the key of the card; a card that was never reviewed is not in it. */
export type Memories = Readonly<Record<string, Memory>>

const progressSchema = z.strictObject({
  progress: z.literal(PROGRESS_VERSION),
  cards: memoriesSchema,
})

/** Never throws, whatever the text. */
export function parseProgress(text: string): Outcome<Memories> {
  const parsed = parseVersioned(text, {
    field: 'progress',
    version: PROGRESS_VERSION,
    schema: progressSchema,
    otherwise: 'cards/not-progress',
    meaning: ({ cards }) => timeProblems(cards),
  })
  return parsed.ok ? { ok: true, value: parsed.value.cards } : parsed
}

/** In the order of the keys, so that two exports of the same progress are the same file. */
export function printProgress(cards: Memories): string {
  const sorted = Object.fromEntries(Object.entries(cards).sort(byKey))
  return `${JSON.stringify({ progress: PROGRESS_VERSION, cards: sorted }, null, 2)}\n`
}

/**
 * Of each card the later review; what only one side has stays, and so do cards that are unknown here. The
 * order of the two does not matter, and the same file twice changes nothing.
 */
export function merged(one: Memories, other: Memories): Memories {
  const all: Record<string, Memory> = { ...one }
  for (const [key, memory] of Object.entries(other)) {
    const known = all[key]
    all[key] = known === undefined ? memory : later(known, memory)
  }
  return all
}

/** Of two reviews at the same millisecond always the same one, whichever is given first. */
function later(one: Memory, other: Memory): Memory {
  if (one.reviewedAt !== other.reviewedAt) return one.reviewedAt > other.reviewedAt ? one : other
  return canonical(one) >= canonical(other) ? one : other
}

function canonical(memory: Memory): string {
  return JSON.stringify(Object.entries(memory).sort(byKey))
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}

function timeProblems(cards: Memories): readonly Problem[] {
  return Object.entries(cards)
    .filter(([, { firstAt, reviewedAt }]) => firstAt > reviewedAt)
    .map(([id]) => cardProblem('cards/time-order', ['cards', id], { id }))
}
