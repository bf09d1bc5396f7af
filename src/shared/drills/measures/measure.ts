/**
 * What a question asks to predict and the program then really runs: packets of a line, messages over a line
 * that loses some, or what a sender knows when something goes wrong. Nothing here is written down as a result.
 */
import { z } from '../../scenario/zod'
import { sendOverLossyLine } from '../../wire/lossy-line'
import { linePacketsSchema, PACKET_COUNTS } from './line-packets'
import { measuredPackets } from './packets-measure'
import { senderKnows } from './sender-knows'
import { SENDERS, SITUATIONS } from './situation'

export const measureSchema = z.union([
  /** From the first packet to the first byte of the answer, or the packets before the request's first byte. */
  z.strictObject({ packets: linePacketsSchema, of: z.enum(PACKET_COUNTS) }),
  /** How many messages the far application gets. */
  z.strictObject({
    lossy: z.strictObject({
      transport: z.enum(['tcp', 'udp']),
      messages: z.number().int().min(1).max(10_000),
      lossPercent: z.number().min(0).max(100),
      seed: z.number().int(),
    }),
  }),
  /** DONE, NOT-DONE, UNKNOWN or QUEUED: domain.md 1.1. */
  z.strictObject({
    sender: z.strictObject({ by: z.enum(SENDERS), meets: z.enum(SITUATIONS) }),
  }),
])
export type Measure = z.infer<typeof measureSchema>
export type Measured = number | string

const known = new Map<string, Measured>()

/** Run once: what is run has no chance in it. */
export function measured(measure: Measure): Measured {
  const name = JSON.stringify(measure)
  const before = known.get(name)
  if (before !== undefined) return before
  const now = run(measure)
  known.set(name, now)
  return now
}

function run(measure: Measure): Measured {
  if ('packets' in measure) return measuredPackets(measure.packets, measure.of)
  if ('lossy' in measure) return sendOverLossyLine(measure.lossy).delivered
  return senderKnows(measure.sender.by, measure.sender.meets)
}
