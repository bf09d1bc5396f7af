import { expect, test } from 'vitest'
import { MIGRATIONS, type Migration, migrated } from '../../src/shared/scenario/migrations'
import { FORMAT_VERSION } from '../../src/shared/scenario/scenario'

const table: readonly Migration[] = [
  { from: 1, migrate: ({ name, ...rest }) => ({ ...rest, title: name }) },
  { from: 2, migrate: (raw) => ({ ...raw, summary: String(raw.title).toUpperCase() }) },
]

test('a file goes up one version a step', () => {
  expect(migrated({ dryrun: 1, name: 'a' }, 1, 3, table)).toEqual({
    dryrun: 3,
    title: 'a',
    summary: 'A',
  })
  expect(migrated({ dryrun: 2, title: 'b' }, 2, 3, table)).toEqual({
    dryrun: 3,
    title: 'b',
    summary: 'B',
  })
})

test('a file of the present version is left alone', () => {
  const raw = { dryrun: 3 }
  expect(migrated(raw, 3, 3, table)).toBe(raw)
})

test('where no step leads on there is no way', () => {
  expect(migrated({ dryrun: 1 }, 1, 4, table)).toBeUndefined()
})

test('row 39: a step leads from every version before the present one', () => {
  const versions = Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => index + 1)
  expect(MIGRATIONS.map((step) => step.from)).toEqual(versions)
})
