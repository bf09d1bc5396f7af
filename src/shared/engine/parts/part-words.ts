/**
 * A state as it is kept in a search by parts: the words that the parts share, then the number of each part's
 * content, two to a word. One that needs more than 16 bits is all ones there and stands at the end.
 */

const HALF = 0xffff

/** @param shared words come first. Gives the end. */
export function writeNumbers(words: Uint32Array, shared: number, numbers: Int32Array): number {
  let end = shared + ((numbers.length + 1) >>> 1)
  for (let at = 0; at < numbers.length; at += 2) {
    const [low, high] = [numbers[at] as number, numbers[at + 1] ?? 0]
    words[shared + (at >>> 1)] = Math.min(low, HALF) | (Math.min(high, HALF) << 16)
  }
  for (let at = 0; at < numbers.length; at += 1) {
    const number = numbers[at] as number
    if (number < HALF) continue
    words[end] = number
    end += 1
  }
  return end
}

export function readNumbers(words: Uint32Array, first: number, numbers: Int32Array): void {
  let end = first + ((numbers.length + 1) >>> 1)
  for (let at = 0; at < numbers.length; at += 1) {
    const word = words[first + (at >>> 1)] as number
    const half = (at & 1) === 0 ? word & HALF : word >>> 16
    if (half === HALF) {
      numbers[at] = words[end] as number
      end += 1
    } else numbers[at] = half
  }
}

/** Words that so many parts never need more of. */
export function numberWordsMax(parts: number): number {
  return ((parts + 1) >>> 1) + parts
}
