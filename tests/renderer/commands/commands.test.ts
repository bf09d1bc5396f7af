import { readFileSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Command } from '../../../src/renderer/commands/command'
import { COMMAND_GROUPS, COMMAND_TABLE } from '../../../src/shared/commands/command-table'

let commands: readonly Command[]

beforeAll(async () => {
  // The stores ask the browser for the system's theme and language when they are made.
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false, addEventListener: () => {} }) })
  vi.stubGlobal('navigator', { language: 'en', userAgent: '' })
  commands = (await import('../../../src/renderer/commands/commands')).COMMANDS
})

test('every verb of the table is done by one command, and by no other', () => {
  expect(commands.map(({ id }) => id).toSorted()).toEqual(Object.keys(COMMAND_TABLE).toSorted())
})

test.each(['en', 'ru'])('every command and every group has a title in %s', (language) => {
  const texts = JSON.parse(readFileSync(`resources/locales/${language}/commands.json`, 'utf8'))
  for (const { id, title } of commands) {
    expect(title).toBe(`commands:${id}`)
    expect(texts[id], id).toBeTruthy()
  }
  for (const group of COMMAND_GROUPS) expect(texts[`group.${group}`]).toBeTruthy()
})

test('the same keys are shared only by verbs that are never both possible', () => {
  const users = (keys: string) =>
    commands.filter((command) => command.keys.includes(keys)).map((command) => command.id)
  const all = [...new Set(commands.flatMap((command) => command.keys))]
  const shared = all.map(users).filter((ids) => ids.length > 1)
  // Moving needs a selection, stepping from the drawing needs that there is none. Cards are another screen.
  expect(shared.map((ids) => ids.toSorted()).toSorted()).toEqual([
    ['cards.show', 'run.playPause'],
    ['cards.undo', 'edit.undo'],
    ['edit.nudgeLeft', 'run.back'],
    ['edit.nudgeRight', 'run.forward'],
  ])
})
