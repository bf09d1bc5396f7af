/**
 * Very many durations, of which mean, maximum and percentiles are asked: counted in buckets, 256 to each
 * doubling, so that nothing is kept of a single one and a percentile, the mean of its bucket, is off by
 * 0.4 % at most. Studied: HdrHistogram.
 */

import type { Spread } from '../../base/load'

const PER_DOUBLING = 256
/** Up to 2^44 us, half a year. */
const DOUBLINGS = 44

export class Durations {
  private readonly counts = new Float64Array(PER_DOUBLING * (DOUBLINGS + 1))
  private readonly sums = new Float64Array(PER_DOUBLING * (DOUBLINGS + 1))
  private sumUs = 0
  count = 0
  maxUs = 0

  /** @param us at least 0 */
  add(us: number): void {
    this.count += 1
    this.sumUs += us
    if (us > this.maxUs) this.maxUs = us
    const bucket = bucketOf(us)
    this.counts[bucket] = (this.counts[bucket] as number) + 1
    this.sums[bucket] = (this.sums[bucket] as number) + us
  }

  get spread(): Spread {
    return {
      count: this.count,
      meanUs: this.meanUs,
      p50Us: this.percentileUs(0.5),
      p95Us: this.percentileUs(0.95),
      p99Us: this.percentileUs(0.99),
      maxUs: this.maxUs,
    }
  }

  /** 0 where there is none. */
  get meanUs(): number {
    return this.count === 0 ? 0 : this.sumUs / this.count
  }

  /** The smallest duration that so large a share of all does not exceed; 0 where there is none. */
  percentileUs(share: number): number {
    if (this.count === 0) return 0
    const wanted = Math.max(1, Math.ceil(share * this.count))
    let seen = 0
    for (let bucket = 0; bucket < this.counts.length; bucket += 1) {
      const count = this.counts[bucket] as number
      seen += count
      if (seen >= wanted) return (this.sums[bucket] as number) / count
    }
    return this.maxUs
  }
}

/** Below 256 us a bucket is a microsecond. */
function bucketOf(us: number): number {
  if (us < PER_DOUBLING) return Math.floor(us)
  const doubling = us < 4294967296 ? 31 - Math.clz32(us) : doublingOf(us)
  const within = Math.floor((us / 2 ** doubling - 1) * PER_DOUBLING)
  return PER_DOUBLING * (doubling - 7) + Math.min(PER_DOUBLING - 1, Math.max(0, within))
}

function doublingOf(us: number): number {
  return Math.min(DOUBLINGS - 1, Math.floor(Math.log2(us)))
}
