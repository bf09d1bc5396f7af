/** Which rule of the review answers which line of domain.md 5.4. A line without a rule says why. */
import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { RULES } from '../../src/shared/review/rules'

const RULES_OF: Readonly<Record<string, readonly string[]>> = {
  'MS-1': ['shared-database'],
  'MS-2': ['shared-database', 'client-to-database'],
  'MS-4': ['synchronous-cycle'],
  'MS-5': ['long-chain'],
  'MS-6': ['dual-write', 'publish-then-save'],
  'MS-7': ['redelivery-repeats-effect', 'effect-without-once', 'inbox-loses-effect'],
  'MS-8': ['event-never-published', 'event-nobody-consumes'],
  'MS-9': ['delivery-limit'],
  'MS-10': ['orphan'],
  'MS-11': ['double-trigger'],
  'MS-12': ['no-way-back', 'half-done', 'saga-stage-without-undo', 'no-taken-for-yes'],
  'MS-13': ['inverted-timeouts'],
  'MS-14': ['retries-at-several-layers'],
  'MS-15': ['publish-unconfirmed', 'ack-before'],
  'MS-16': ['told-too-early'],
  'MS-17': ['orchestrator-without-memory'],
}

/** The file has neither units of deployment nor libraries: each box is deployed alone and shares no code. */
const NOT_DRAWN = ['MS-3', 'MS-18']

const LINES = Array.from({ length: 18 }, (_, index) => `MS-${index + 1}`)

test('every line of the list has its rule, or says why not', () => {
  expect(LINES.filter((line) => !(line in RULES_OF))).toEqual(NOT_DRAWN)
})

test.each(Object.entries(RULES_OF))('%s is answered by %j, one file a rule', (_line, ids) => {
  expect(ids.filter((id) => !RULES.some((rule) => rule.id === id))).toEqual([])
  expect(ids.filter((id) => !existsSync(`src/shared/review/rules/${id}.ts`))).toEqual([])
})

test('the file knows no units of deployment and no libraries', async () => {
  const { scenarioJsonSchema } = await import('../../src/shared/scenario/json-schema')
  expect(JSON.stringify(scenarioJsonSchema())).not.toMatch(/deployUnit|library/)
})
