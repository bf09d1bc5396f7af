/** Where the rows of a list stand, of which only those in sight are drawn. Pure; CSS pixels. */

/** From the list's top to each row's, and after the last to the list's end: one more than there are rows. */
export function rowTops(heights: readonly number[]): readonly number[] {
  const tops = [0]
  let top = 0
  for (const height of heights) {
    top += height
    tops.push(top)
  }
  return tops
}

/** The row at a place: the last whose top is not below it, the number of rows past the end, -1 above them all. */
export function rowAt(tops: readonly number[], px: number): number {
  let low = 0
  let high = tops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tops[middle] ?? 0) <= px) low = middle + 1
    else high = middle
  }
  return low - 1
}
