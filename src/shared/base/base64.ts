/** Base64 with padding (RFC 4648 section 4). */

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

export function base64(bytes: ArrayLike<number>): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at] ?? 0, bytes[at + 1], bytes[at + 2]]
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const sign = (shift: number) => SIGNS[(bits >> shift) & 63] ?? ''
    text +=
      sign(18) + sign(12) + (b === undefined ? '=' : sign(6)) + (c === undefined ? '=' : sign(0))
  }
  return text
}

/** The bytes again; white space between the signs is passed over. Undefined where it is no Base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  const signs = text.replaceAll(/\s+/g, '').replace(/={1,2}$/, '')
  if (signs.length % 4 === 1 || !/^[A-Za-z0-9+/]*$/.test(signs)) return undefined
  const bytes = new Uint8Array(Math.floor((signs.length * 3) / 4))
  let held = 0
  for (let at = 0, to = 0; at < signs.length; at += 1) {
    held = ((held << 6) | (VALUES.get(signs[at] ?? '') ?? 0)) & 0xffffff
    if (at % 4 > 0) {
      bytes[to] = (held >> (6 - 2 * (at % 4))) & 0xff
      to += 1
    }
  }
  return bytes
}

const VALUES: ReadonlyMap<string, number> = new Map(Array.from(SIGNS, (sign, at) => [sign, at]))
