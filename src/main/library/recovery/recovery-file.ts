/**
 * One recovery copy as bytes: a checksum, a line that says whose it is, the scenario's text. The checksum
 * stands first and covers all that follows, so that a bit that fell over anywhere is noticed.
 */
import { createHash } from 'node:crypto'
import { z } from '../../../shared/scenario/zod'

/** Raised when the shape changes; a copy of another version is not read. */
const VERSION = 1

const headerSchema = z.strictObject({
  dryrunRecovery: z.literal(VERSION),
  /** Counts the copies of one document: the higher is the later. */
  sequence: z.number().int().min(1),
  draft: z.string().regex(/^[0-9a-f]{32}$/),
  /** Which running host wrote it. */
  host: z.string(),
  title: z.string(),
  /** The document's file, absolute, and its name; null for a document that was never saved. */
  path: z.string().nullable(),
  name: z.string().nullable(),
  /** SHA-256 of the file's bytes that the edits are based on. */
  base: z.string().nullable(),
  /** Milliseconds since 1970. */
  keptAt: z.number(),
})

export interface RecoveryCopy extends z.infer<typeof headerSchema> {
  readonly text: string
}

const LINE_END = 0x0a
const HEADER_BYTES_MAX = 64 * 1024

export function encodeRecovery({ text, ...header }: RecoveryCopy): Buffer {
  const content = Buffer.from(`${JSON.stringify(header)}\n${text}`, 'utf8')
  return Buffer.concat([Buffer.from(`${checksum(content)}\n`), content])
}

/** Undefined for what is not whole, or of another version. */
export function decodeRecovery(bytes: Buffer): RecoveryCopy | undefined {
  const first = bytes.indexOf(LINE_END)
  const second = first < 0 ? -1 : bytes.indexOf(LINE_END, first + 1)
  if (second < 0 || second - first > HEADER_BYTES_MAX) return undefined
  const content = bytes.subarray(first + 1)
  if (bytes.subarray(0, first).toString('latin1') !== checksum(content)) return undefined
  try {
    const header = headerSchema.parse(
      JSON.parse(bytes.subarray(first + 1, second).toString('utf8')),
    )
    return { ...header, text: bytes.subarray(second + 1).toString('utf8') }
  } catch {
    return undefined
  }
}

const checksum = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')
