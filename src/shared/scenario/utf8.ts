/** UTF-8 (RFC 3629) in plain TypeScript: this room has no TextDecoder. Fatal: a bad byte is never replaced. */

type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly offset: number }

/** `String.fromCharCode` takes its units as arguments, of which engines bear a limited number. */
const CHUNK_UNITS = 8_192

/** The text of the bytes, or the offset of the first byte that cannot be read. A byte order mark goes. */
export function decodeUtf8(bytes: Uint8Array): Decoded {
  const parts: string[] = []
  let units: number[] = []
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (at < bytes.length) {
    const first = bytes[at] ?? 0
    const length = first < 0x80 ? 1 : sequenceLength(first)
    const point = length === 1 ? first : pointAt(bytes, at, length)
    if (point === undefined) return { ok: false, offset: at }
    if (point < 0x10000) units.push(point)
    else units.push(0xd7c0 + (point >> 10), 0xdc00 + (point & 0x3ff))
    at += length
    if (units.length >= CHUNK_UNITS) {
      parts.push(String.fromCharCode(...units))
      units = []
    }
  }
  parts.push(String.fromCharCode(...units))
  return { ok: true, text: parts.join('') }
}

/** By the leading byte; 0 where none begins so. C0 and C1 could only begin an overlong form. */
function sequenceLength(first: number): number {
  if (first >= 0xc2 && first <= 0xdf) return 2
  if (first >= 0xe0 && first <= 0xef) return 3
  if (first >= 0xf0 && first <= 0xf4) return 4
  return 0
}

function pointAt(bytes: Uint8Array, at: number, length: number): number | undefined {
  if (length === 0 || at + length > bytes.length) return undefined
  let point = (bytes[at] ?? 0) & (0x7f >> length)
  for (let i = 1; i < length; i += 1) {
    const byte = bytes[at + i] ?? 0
    if ((byte & 0xc0) !== 0x80) return undefined
    point = (point << 6) | (byte & 0x3f)
  }
  const isOverlong = (length === 3 && point < 0x800) || (length === 4 && point < 0x10000)
  const isSurrogate = point >= 0xd800 && point <= 0xdfff
  return isOverlong || isSurrogate || point > 0x10ffff ? undefined : point
}

/** Whether the text takes more than `limit` bytes as UTF-8. Stops counting as soon as it does. */
export function isLongerThan(text: string, limit: number): boolean {
  if (text.length > limit) return true
  if (text.length * 3 <= limit) return false
  let bytes = 0
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // Half of a surrogate pair: the two take four bytes.
    if (unit >= 0xd800 && unit <= 0xdfff) bytes += 2
    else bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
    if (bytes > limit) return true
  }
  return false
}
