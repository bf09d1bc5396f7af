/**
 * One seed for every property, so that `npm test` says the same of the same code on every machine. Another
 * search of the same laws: `SEED=$RANDOM npx vitest run`; a failure prints the seed that found it.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.SEED ?? 20_261_122) })
