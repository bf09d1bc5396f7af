/**
 * How much a test of reliability tries: what reliability.md proposes in the long run (`npm run test:long`), a
 * tenth of it in `npm test`.
 */
export const LONG = process.env.DRYRUN_LONG === '1'

/** `long` of the long run, a tenth of it (at least one) in the short. */
export const counted = (long: number): number => (LONG ? long : Math.ceil(long / 10))
