/**
 * How long things take. A sample is a pure function of the seed and of what is sampled, so that adding a
 * service changes no other number. Times out are whole microseconds.
 */
import { uniform } from '../base/random'
import type { Duration } from '../scenario/duration'

export type Delay =
  | { readonly law: 'fixed'; readonly us: number }
  | { readonly law: 'uniform'; readonly fromUs: number; readonly toUs: number }
  | { readonly law: 'exponential'; readonly meanUs: number }
  | { readonly law: 'lognormal'; readonly medianUs: number; readonly sigma: number }

export const NO_DELAY: Delay = { law: 'fixed', us: 0 }

/** The file's duration, in milliseconds, as a delay; `defaultMs` where the file says nothing. */
export function delayOf(duration: Duration | undefined, defaultMs: number): Delay {
  if (duration === undefined) return { law: 'fixed', us: toUs(defaultMs) }
  if (typeof duration === 'number') return { law: 'fixed', us: toUs(duration) }
  if ('uniform' in duration) {
    const [from, to] = duration.uniform
    return { law: 'uniform', fromUs: toUs(Math.min(from, to)), toUs: toUs(Math.max(from, to)) }
  }
  if ('exponential' in duration) return { law: 'exponential', meanUs: toUs(duration.exponential) }
  const [median, sigma] = duration.lognormal
  return { law: 'lognormal', medianUs: toUs(median), sigma }
}

export function toUs(ms: number): number {
  return Math.round(ms * 1000)
}

/** One sample in whole microseconds. `words` say what is sampled. */
export function sampleUs(delay: Delay, seed: number, ...words: readonly number[]): number {
  switch (delay.law) {
    case 'fixed':
      return delay.us
    case 'uniform':
      return Math.round(delay.fromUs + (delay.toUs - delay.fromUs) * uniform(seed, ...words))
    case 'exponential':
      return Math.round(-delay.meanUs * Math.log(uniform(seed, ...words)))
    case 'lognormal':
      return Math.round(delay.medianUs * Math.exp(delay.sigma * normal(seed, words)))
  }
}

/** A standard normal sample: Box and Muller (1958). */
function normal(seed: number, words: readonly number[]): number {
  const radius = Math.sqrt(-2 * Math.log(uniform(seed, ...words, 1)))
  return radius * Math.cos(2 * Math.PI * uniform(seed, ...words, 2))
}
