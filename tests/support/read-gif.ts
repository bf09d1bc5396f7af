/** An animated GIF as its frames, for tests. */

export interface Gif {
  readonly frames: readonly { readonly size: string; readonly data: string }[]
  readonly isRepeated: boolean
}

/** Blocks of GIF89a, its sections 18 to 26, as far as a frame is concerned. */
export function readGif(bytes: Buffer): Gif {
  if (bytes.subarray(0, 6).toString('latin1') !== 'GIF89a') throw new Error('not a GIF')
  const flags = bytes[10] ?? 0
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const frames: { size: string; data: string }[] = []
  const blocks = () => {
    const start = at
    while ((bytes[at] ?? 0) > 0) at += (bytes[at] ?? 0) + 1
    at += 1
    return bytes.subarray(start, at).toString('base64')
  }
  while (bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) {
      at += 2
      blocks()
    } else {
      const size = `${bytes.readUInt16LE(at + 5)}x${bytes.readUInt16LE(at + 7)}`
      const local = bytes[at + 9] ?? 0
      at += 11 + (local & 0x80 ? 3 * 2 ** ((local & 7) + 1) : 0)
      frames.push({ size, data: blocks() })
    }
  }
  return { frames, isRepeated: bytes.includes('NETSCAPE2.0') }
}
