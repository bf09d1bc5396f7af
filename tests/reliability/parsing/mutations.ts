/** Files made wrong: by bytes as a bad disk would, and by structure as a bad tool or a bad person would. */

/** A whole number from 0 to `below` - 1. */
export type Random = (below: number) => number

/** Mulberry32: the same files from the same seed everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

/** One to three mutations of one of the files, as bytes. */
export function mutatedFile(files: readonly Buffer[], random: Random): Buffer {
  const pick = () => files[random(files.length)] ?? Buffer.alloc(0)
  let bytes = pick()
  for (let times = [1, 1, 2, 3][random(4)] ?? 1; times > 0; times -= 1) {
    bytes = random(3) === 0 ? byBytes(bytes, pick(), random) : byStructure(bytes, pick(), random)
  }
  return bytes
}

function byBytes(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const at = random(bytes.length + 1)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  const length = random(64)
  switch (random(6)) {
    case 0:
      return before
    case 1:
      return Buffer.concat([before, after.subarray(length)])
    case 2:
      return Buffer.concat([before, Buffer.from(Array.from({ length }, () => random(256))), after])
    case 3:
      return Buffer.concat([before, after.subarray(0, length), after])
    case 4: {
      const from = random(other.length + 1)
      return Buffer.concat([before, other.subarray(from, from + 1 + random(4_000)), after])
    }
    default: {
      const flipped = Buffer.from(bytes)
      const old = flipped[at] ?? 0
      if (at < flipped.length) flipped[at] = old ^ (1 << random(8))
      return flipped
    }
  }
}

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** A place in a file that can be written anew. */
interface Slot {
  readonly owner: Json[] | { [name: string]: Json }
  readonly key: string
  readonly value: Json
}

function slotsOf(root: Json): readonly Slot[] {
  const slots: Slot[] = []
  const open: Json[] = [root]
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (typeof value !== 'object' || value === null) continue
    for (const [key, inner] of Object.entries(value)) {
      slots.push({ owner: value, key, value: inner })
      open.push(inner)
    }
  }
  return slots
}

const HOSTILE: readonly Json[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e308,
  2 ** 53,
  '',
  '__proto__',
  '\ud800',
  '\u0000\u202e',
  'x'.repeat(100_000),
  [],
  {},
  [[[[[[[[]]]]]]]],
  Array.from({ length: 5_000 }, () => null),
  'orders.state == "paid" && '.repeat(500),
]
const NAMES = ['id', 'from', 'to', 'do', 'on', 'kind', '__proto__', 'constructor', 'dryrun', 'x']

function byStructure(bytes: Buffer, other: Buffer, random: Random): Buffer {
  const root = parsed(bytes)
  if (root === undefined) return byBytes(bytes, other, random)
  const slots = slotsOf(root)
  const slot = slots[random(slots.length)]
  if (slot === undefined) return bytes
  put(slot, random, slotsOf(parsed(other) ?? null))
  return Buffer.from(JSON.stringify(root))
}

function parsed(bytes: Buffer): Json | undefined {
  try {
    return JSON.parse(bytes.toString()) as Json
  } catch {
    return undefined
  }
}

function put({ owner, key, value }: Slot, random: Random, others: readonly Slot[]): void {
  const set = (name: string, put: Json) =>
    Object.defineProperty(owner, name, {
      value: put,
      enumerable: true,
      configurable: true,
      writable: true,
    })
  switch (random(5)) {
    case 0:
      if (Array.isArray(owner)) owner.splice(Number(key), 1)
      else delete owner[key]
      return
    case 1:
      set(key, HOSTILE[random(HOSTILE.length)] ?? null)
      return
    case 2:
      if (Array.isArray(owner)) owner.push(structuredClone(value))
      else set(NAMES[random(NAMES.length)] ?? 'x', value)
      return
    case 3: {
      // Of the same name, so that it is often right where it comes to stand, and wrong in what it refers to.
      const same = others.filter((one) => one.key === key)
      const from = same.length > 0 && random(4) > 0 ? same : others
      set(key, structuredClone(from[random(from.length)]?.value ?? null))
      return
    }
    default:
      set(key, typeof value === 'number' ? value * (random(2_000) - 1_000) : `${String(value)}x`)
  }
}
