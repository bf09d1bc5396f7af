/** Which packet of a line shows something: chosen from those that really go over it. */
import { z } from '../scenario/zod'
import type { Packet } from '../wire/transport/conversation'
import { WIRE_PHASES } from '../wire/transport/conversation'
import { linePacketsSchema } from './measures/line-packets'
import { hopOfLine } from './measures/packets-measure'

export const packetSchema = z.strictObject({
  line: linePacketsSchema,
  /** The first packet of this phase is the right one: `answer`, what the application says itself. */
  phase: z.enum(WIRE_PHASES),
})
export type PacketQuestion = z.infer<typeof packetSchema>

export interface PacketOption {
  /** As the answer names it: `p7`. */
  readonly id: string
  readonly packet: Packet
  /** Ids of the ends that it goes between. */
  readonly from: string
  readonly to: string
}

export function packetOptions({ line }: PacketQuestion): readonly PacketOption[] {
  const { packets, parties } = hopOfLine(line)
  return packets.map((packet) => ({
    id: `p${packet.seq}`,
    packet,
    from: parties[packet.from]?.name ?? '',
    to: parties[packet.to]?.name ?? '',
  }))
}

/** undefined: no packet of the line is of this phase. */
export function rightPacket(question: PacketQuestion): string | undefined {
  return packetOptions(question).find(({ packet }) => packet.phase === question.phase)?.id
}
