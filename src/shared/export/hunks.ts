/**
 * From one list of numbers to the next as the few places where they differ, so that a run of a thousand steps
 * is not a thousand drawings. Equal numbers are equal things; nothing here knows what they are.
 */

/** At which place of the old list how many give way to which. */
export type Hunk = readonly [at: number, gone: number, come: readonly number[]]

/** How far to look for the place from which both lists agree again. */
const LOOK_AHEAD = 24

/** In the order of the old list; given to it from the last to the first they make the new one. */
export function hunksBetween(before: readonly number[], after: readonly number[]): readonly Hunk[] {
  const hunks: Hunk[] = []
  let old = 0
  let now = 0
  while (old < before.length || now < after.length) {
    if (before[old] === after[now]) {
      old += 1
      now += 1
      continue
    }
    const [gone, come] = untilEqual(before, old, after, now)
    hunks.push([old, gone, after.slice(now, now + come)])
    old += gone
    now += come
  }
  return hunks
}

/** How many of each to pass over until the next pair is equal; the rest of both where none is near. */
function untilEqual(
  before: readonly number[],
  old: number,
  after: readonly number[],
  now: number,
): readonly [number, number] {
  for (let apart = 1; apart <= LOOK_AHEAD; apart += 1) {
    for (let gone = 0; gone <= apart; gone += 1) {
      const come = apart - gone
      if (old + gone >= before.length || now + come >= after.length) continue
      if (before[old + gone] === after[now + come]) return [gone, come]
    }
  }
  return [before.length - old, after.length - now]
}

export function changedBy(list: readonly number[], hunks: readonly Hunk[]): readonly number[] {
  const changed = [...list]
  for (const [at, gone, come] of [...hunks].reverse()) changed.splice(at, gone, ...come)
  return changed
}
