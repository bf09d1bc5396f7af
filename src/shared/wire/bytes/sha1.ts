/** SHA-1 (RFC 3174): what Sec-WebSocket-Accept is made with. Not for secrets. */

const turn = (word: number, by: number) => (word << by) | (word >>> (32 - by))

/** The 20 bytes of the digest. */
export function sha1(message: readonly number[]): number[] {
  const words = padded(message)
  const state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  for (let block = 0; block < words.length; block += 16) mix(state, words, block)
  return state.flatMap((word) => [24, 16, 8, 0].map((shift) => (word >>> shift) & 0xff))
}

/** The message, a 1 bit, zeros, and the length in bits, as 32-bit words in whole blocks of 16. */
function padded(message: readonly number[]): number[] {
  const words = new Array<number>((((message.length + 8) >> 6) + 1) * 16).fill(0)
  const put = (at: number, byte: number) => {
    words[at >> 2] = (words[at >> 2] ?? 0) | (byte << (24 - 8 * (at & 3)))
  }
  message.forEach((byte, at) => void put(at, byte))
  put(message.length, 0x80)
  words[words.length - 1] = message.length * 8
  return words
}

function mix(state: number[], words: readonly number[], block: number): void {
  const schedule = words.slice(block, block + 16)
  for (let at = 16; at < 80; at += 1) {
    const word = (back: number) => schedule[at - back] ?? 0
    schedule.push(turn(word(3) ^ word(8) ^ word(14) ^ word(16), 1))
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  schedule.forEach((word, at) => {
    const [choice, constant] = round(at, b, c, d)
    const next = (turn(a, 5) + choice + e + constant + word) | 0
    ;[e, d, c, b, a] = [d, c, turn(b, 30), a, next]
  })
  ;[a, b, c, d, e].forEach((word, at) => {
    state[at] = ((state[at] ?? 0) + word) | 0
  })
}

function round(at: number, b: number, c: number, d: number): readonly [number, number] {
  if (at < 20) return [(b & c) | (~b & d), 0x5a827999]
  if (at < 40) return [b ^ c ^ d, 0x6ed9eba1]
  if (at < 60) return [(b & c) | (b & d) | (c & d), 0x8f1bbcdc]
  return [b ^ c ^ d, 0xca62c1d6]
}
