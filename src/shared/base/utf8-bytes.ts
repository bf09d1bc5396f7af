/** UTF-8 (RFC 3629) out of plain TypeScript: this room has no TextEncoder. */

/** A lone half of a surrogate pair becomes U+FFFD. */
export function utf8Bytes(text: string): number[] {
  const bytes: number[] = []
  for (const sign of text) {
    const point = sign.codePointAt(0) ?? 0
    const isLone = point >= 0xd800 && point <= 0xdfff
    push(bytes, isLone ? 0xfffd : point)
  }
  return bytes
}

function push(bytes: number[], point: number): void {
  if (point < 0x80) bytes.push(point)
  else if (point < 0x800) bytes.push(0xc0 | (point >> 6), tail(point))
  else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), tail(point >> 6), tail(point))
  else bytes.push(0xf0 | (point >> 18), tail(point >> 12), tail(point >> 6), tail(point))
}

const tail = (bits: number) => 0x80 | (bits & 0x3f)
