/** A PNG file as its chunks (PNG specification, section 5): length, type, content, checksum. Knows no pixels. */
import { crc32 } from './crc32'

export interface PngChunk {
  /** Four letters: `IHDR`, `iTXt`. */
  readonly type: string
  readonly content: Uint8Array
  /** The whole of it, as it stands in the file. */
  readonly bytes: Uint8Array
}

export const PNG_SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** Length and type before the content, the checksum after it. */
const AROUND = 12

export function isPng(bytes: Uint8Array): boolean {
  return PNG_SIGNATURE.every((byte, at) => bytes[at] === byte)
}

/** Undefined where the file ends in the middle of a chunk. Checksums are not looked at. */
export function chunksOf(png: Uint8Array): readonly PngChunk[] | undefined {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength)
  const chunks: PngChunk[] = []
  for (let at = PNG_SIGNATURE.length; at < png.length; ) {
    if (at + AROUND > png.length) return undefined
    const length = view.getUint32(at)
    const end = at + AROUND + length
    if (end > png.length) return undefined
    chunks.push({
      type: String.fromCharCode(...png.subarray(at + 4, at + 8)),
      content: png.subarray(at + 8, at + 8 + length),
      bytes: png.subarray(at, end),
    })
    at = end
  }
  return chunks
}

export function isIntact({ bytes }: PngChunk): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 4
  return view.getUint32(end) === crc32(bytes.subarray(4, end))
}

/** A chunk with its length and its checksum, which is over type and content. */
export function chunk(type: string, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(content.length + AROUND)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, content.length)
  for (let at = 0; at < 4; at += 1) bytes[4 + at] = type.charCodeAt(at)
  bytes.set(content, 8)
  view.setUint32(8 + content.length, crc32(bytes.subarray(4, 8 + content.length)))
  return bytes
}
