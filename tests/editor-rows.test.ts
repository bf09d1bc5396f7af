/** Every row of the comparison of editors that Dryrun answers to has its test, and every key its row. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { COMMAND_TABLE, type CommandId } from '../src/shared/commands/command-table'
import { FEATURE_ROWS } from './e2e/rows/feature-rows'
import { LIKE_OTHERS, SHORTCUT_ROWS, WALKED_ELSEWHERE } from './e2e/rows/shortcut-rows'

const texts = new Map<string, string>()
function textOf(file: string): string {
  const text = texts.get(file) ?? readFileSync(file, 'utf8')
  texts.set(file, text)
  return text
}

test.each(Object.entries(FEATURE_ROWS))('"%s" has its tests', (_, { tests }) => {
  expect(tests.length).toBeGreaterThan(0)
  const missing = tests.filter(([file, title]) => !textOf(file).includes(`'${title}'`))
  expect(missing).toEqual([])
})

test('every command with keys is walked in one row, or says where else', () => {
  const inRows = Object.values(SHORTCUT_ROWS).flatMap(({ commands }) => [...commands])
  const walked: readonly CommandId[] = inRows
  const elsewhere = new Set<string>([...Object.keys(WALKED_ELSEWHERE), ...LIKE_OTHERS])
  const withKeys = Object.entries(COMMAND_TABLE)
    .filter(([id, { keys }]) => keys.length > 0 && !elsewhere.has(id))
    .map(([id]) => id)
  expect(walked.toSorted()).toEqual(withKeys.toSorted())
})

test.each(Object.entries(WALKED_ELSEWHERE))('%s is walked where it is said to be', (id, file) => {
  const text = textOf(file)
  const [keys = ''] = COMMAND_TABLE[id as keyof typeof WALKED_ELSEWHERE].keys
  const isNamed =
    text.includes(`'${id}'`) || text.includes(`'${keys.replace('Mod', 'ControlOrMeta')}'`)
  expect(isNamed).toBe(true)
})
