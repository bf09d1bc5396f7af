import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import commands from '../../../resources/locales/en/commands.json'
import english from '../../../resources/locales/en/host.json'
import russian from '../../../resources/locales/ru/host.json'
import { acceleratorOf } from '../../../src/main/desktop/accelerator'
import { menuTemplate } from '../../../src/main/desktop/menu'
import { COMMAND_TABLE, type CommandId } from '../../../src/shared/commands/command-table'

type Item = MenuItemConstructorOptions
const items = (template: readonly Item[]): readonly Item[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])])

const all = (platform: NodeJS.Platform, language: 'en' | 'ru', sent: string[] = []) =>
  items(menuTemplate({ platform, language, send: (command) => sent.push(command) }))

test('every item sends a command that the page has a name for', () => {
  const sent: string[] = []
  for (const item of all('linux', 'en', sent)) (item.click as (() => void) | undefined)?.()
  expect(sent.length).toBeGreaterThan(30)
  expect(sent.filter((id) => !(id in commands))).toEqual([])
})

test('the keys that the page acts on are shown and not taken', () => {
  for (const item of all('linux', 'en')) {
    if (item.accelerator !== undefined) expect(item.registerAccelerator).toBe(false)
  }
})

test('beside an item stand the first keys of its command', () => {
  for (const { id, accelerator } of all('linux', 'en')) {
    if (id === undefined) continue
    const [first] = COMMAND_TABLE[id as CommandId].keys as readonly string[]
    expect([id, accelerator]).toEqual([id, first && acceleratorOf([first], 'linux')])
  }
  expect(
    ['Mod+Shift+Z', 'Mod++', 'ArrowLeft', 'Alt+Shift+D', "Mod+'"].map((keys) =>
      acceleratorOf([keys], 'linux'),
    ),
  ).toEqual(['CmdOrCtrl+Shift+Z', 'CmdOrCtrl+Plus', 'Left', 'Alt+Shift+D', "CmdOrCtrl+'"])
})

test('macOS, whose menu takes its keys itself, is given none that a text needs', () => {
  const taken = all('darwin', 'en').flatMap(({ accelerator }) => accelerator ?? [])
  expect(taken.filter((one) => !/CmdOrCtrl|^F\d/.test(one))).toEqual([])
  expect(taken).toContain('F1')
})

test('both languages name every item, and not alike', () => {
  const labels = (language: 'en' | 'ru') =>
    all('linux', language).flatMap((item) => (item.label === undefined ? [] : [item.label]))
  expect(labels('ru')).toHaveLength(labels('en').length)
  expect(labels('en').filter((label) => labels('ru').includes(label))).toEqual([])
})

test('macOS keeps its own clipboard items for text fields', () => {
  const roles = all('darwin', 'en').map((item) => item.role)
  expect(roles).toEqual(expect.arrayContaining(['appMenu', 'cut', 'copy', 'paste', 'selectAll']))
})

test('the catalogues of both languages have the same keys and the same places for values', () => {
  const places = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort()
  expect(Object.keys(russian)).toEqual(Object.keys(english))
  for (const [key, text] of Object.entries(english)) {
    expect([key, places(russian[key as keyof typeof russian])]).toEqual([key, places(text)])
  }
})
