/** Systems small enough to check by hand: drivers are tested on these and have never heard of services. */
import type { System } from '../../src/shared/base/system'

/** Water in the jug of five and the jug of three gallons. */
export type Jugs = readonly [five: number, three: number]
export type Pour = 'fill5' | 'fill3' | 'empty5' | 'empty3' | '5to3' | '3to5'

/** Nothing happens of itself: somebody pours. */
export const waterJugs: System<Jugs, Pour, string> = {
  initial: [0, 0],
  enabled: () => ['fill5', 'fill3', 'empty5', 'empty3', '5to3', '3to5'],
  apply([five, three], pour) {
    const steps = [`${pour} from ${five}+${three}`]
    const over = Math.min(five, 3 - three)
    const back = Math.min(three, 5 - five)
    const after: Readonly<Record<Pour, Jugs>> = {
      fill5: [5, three],
      fill3: [five, 3],
      empty5: [0, three],
      empty3: [five, 0],
      '5to3': [five - over, three + over],
      '3to5': [five + back, three - back],
    }
    return { state: after[pour], steps }
  },
  dueUs: () => undefined,
  nowUs: () => 0,
  equal: (a, b) => a[0] === b[0] && a[1] === b[1],
}

export interface Ringing {
  readonly nowUs: number
  /** When each bell rings next. */
  readonly due: readonly number[]
  readonly left: number
}
export type Ring = number | 'muffle'

/** Bells that ring each at its own interval, `rings` times in all; muffling makes no sound and no time. */
export function bells(
  intervals: readonly number[],
  rings: number,
): System<Ringing, Ring, string> & { readonly applied: () => number } {
  let applied = 0
  return {
    applied: () => applied,
    initial: { nowUs: 0, due: intervals, left: rings },
    enabled: ({ left }) => (left === 0 ? [] : [...intervals.keys(), 'muffle']),
    apply(state, ring) {
      applied += 1
      if (ring === 'muffle') return { state: { ...state, left: state.left - 1 }, steps: [] }
      const nowUs = Math.max(state.nowUs, state.due[ring] ?? 0)
      const due = state.due.map((us, bell) => (bell === ring ? nowUs + (intervals[bell] ?? 1) : us))
      return { state: { nowUs, due, left: state.left - 1 }, steps: [`${ring} at ${nowUs}`] }
    },
    dueUs: (state, ring) => (ring === 'muffle' ? undefined : state.due[ring]),
    nowUs: ({ nowUs }) => nowUs,
    equal: (a, b) => a.left === b.left && a.due.every((us, bell) => us === b.due[bell]),
  }
}
