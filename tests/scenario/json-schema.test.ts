import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ACTION_KINDS } from '../../src/shared/scenario/action'
import { scenarioJsonSchema } from '../../src/shared/scenario/json-schema'
import { scenarioSchema } from '../../src/shared/scenario/scenario'
import { z } from '../../src/shared/scenario/zod'

const published = scenarioJsonSchema()
/** The published schema read back as a check of its own. */
const check = z.fromJSONSchema(published as Parameters<typeof z.fromJSONSchema>[0])

test('the published schema is JSON and names the draft', () => {
  expect(JSON.parse(JSON.stringify(published))).toEqual(published)
  expect(published.$schema).toBe('https://json-schema.org/draft/2020-12/schema')
})

test('the published schema knows every action', () => {
  const text = JSON.stringify(published)
  for (const kind of ACTION_KINDS) expect(text).toContain(`"${kind}"`)
})

test('templates and frozen files pass by the published schema as by ours', () => {
  const files = ['resources/templates', 'tests/fixtures'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.dryrun.json'))
      .map((name) => `${folder}/${name}`),
  )
  expect(files.length).toBeGreaterThan(4)
  for (const file of files) {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    expect(scenarioSchema.safeParse(value).success, file).toBe(true)
    expect(check.safeParse(value).error, file).toBeUndefined()
  }
})

test('what is no scenario does not pass', () => {
  for (const value of [
    {},
    { dryrun: 1 },
    { dryrun: 1, title: 'A', services: [{ id: 'a' }], connections: [] },
  ]) {
    expect(check.safeParse(value).success).toBe(false)
  }
})
