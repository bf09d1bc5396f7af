/** Every row of the comparison of editors that Dryrun is to match or to beat has its test. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FEATURE_ROWS } from './e2e/rows/feature-rows'

test.each(Object.entries(FEATURE_ROWS))('"%s" has its tests', (_, { tests }) => {
  expect(tests.length).toBeGreaterThan(0)
  const missing = tests.filter(
    ([file, title]) => !readFileSync(file, 'utf8').includes(`'${title}'`),
  )
  expect(missing).toEqual([])
})
