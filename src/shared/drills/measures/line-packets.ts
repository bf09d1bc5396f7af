/** A line that a question is about, and how it is used once. */
import { millisecondsSchema } from '../../scenario/duration'
import { z } from '../../scenario/zod'

export const linePacketsSchema = z.strictObject({
  protocol: z.enum(['rest', 'grpc', 'websocket', 'tcp', 'udp', 'smtp', 'ftp', 'ssh']),
  operation: z.string().min(1).max(200).optional(),
  /** One way; a round trip takes twice as long. */
  latency: millisecondsSchema.optional(),
  /** What the far side takes to answer; nothing where it is not said. */
  serviceTime: millisecondsSchema.optional(),
  tls: z.enum(['none', '1.2', '1.3']).optional(),
  session: z.enum(['full', 'resumed', 'early']).optional(),
  dns: z.boolean().optional(),
  warm: z.boolean().optional(),
  /** HTTP/3 carries a REST call over QUIC. */
  http3: z.boolean().optional(),
})
export type LinePackets = z.infer<typeof linePacketsSchema>

export const PACKET_COUNTS = ['firstByteMs', 'roundTrips', 'packetsBefore'] as const
export type PacketCount = (typeof PACKET_COUNTS)[number]
