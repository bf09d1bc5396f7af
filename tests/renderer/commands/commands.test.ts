import { readFileSync } from 'node:fs'
import { beforeAll, expect, test, vi } from 'vitest'
import { COMMAND_GROUPS, type Command } from '../../../src/renderer/commands/command'

let commands: readonly Command[]

beforeAll(async () => {
  // The stores ask the browser for the system's theme and language when they are made.
  vi.stubGlobal('window', { matchMedia: () => ({ matches: false, addEventListener: () => {} }) })
  vi.stubGlobal('navigator', { language: 'en', userAgent: '' })
  commands = (await import('../../../src/renderer/commands/commands')).COMMANDS
})

test('every command is named once', () => {
  const ids = commands.map((command) => command.id)
  expect(new Set(ids).size).toBe(ids.length)
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
  // Moving needs a selection, stepping from the drawing needs that there is none.
  expect(shared.map((ids) => ids.toSorted()).toSorted()).toEqual([
    ['edit.nudgeLeft', 'run.back'],
    ['edit.nudgeRight', 'run.forward'],
  ])
})

test('the verbs that a native menu names are there', () => {
  const host = JSON.parse(readFileSync('resources/locales/en/host.json', 'utf8'))
  const known = new Set(commands.map((command) => command.id))
  const own = new Set(['file', 'edit', 'view', 'run', 'help', 'file.close', 'app.quit'])
  own.add('view.fullScreen')
  const named = Object.keys(host)
    .filter((key) => key.startsWith('menu.'))
    .map((key) => key.slice('menu.'.length))
  expect(named.filter((id) => !known.has(id) && !own.has(id))).toEqual([])
})
