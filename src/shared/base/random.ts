/**
 * Counter-based random numbers: a sample is a pure function of (seed, what is being sampled), never of how
 * many were drawn before it, so that adding a service does not change the numbers of the others.
 */

/** 32 well-mixed bits of a seed and any number of integer words. Mixing as in MurmurHash3's finaliser. */
export function hashWords(seed: number, ...words: readonly number[]): number {
  let hash = seed | 0
  for (const word of words) {
    hash = Math.imul(hash ^ word, 0x85ebca6b)
    hash ^= hash >>> 13
    hash = Math.imul(hash, 0xc2b2ae35)
    hash ^= hash >>> 16
  }
  return hash >>> 0
}

/** 32 bits of a text, FNV-1a over UTF-16 units: names a thing being sampled. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** A number in the open interval (0, 1), 32 bits of it, for (seed, words). */
export function uniform(seed: number, ...words: readonly number[]): number {
  return (hashWords(seed, ...words) + 0.5) / 4294967296
}
