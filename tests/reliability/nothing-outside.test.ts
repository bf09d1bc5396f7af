import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Everything of Electron's that hands something to another program or opens a door to the page. */
const DOORS = [
  'openExternal',
  'openPath',
  'executeJavaScript',
  'insertCSS',
  'setAsDefaultProtocolClient',
  'autoUpdater',
  'desktopCapturer',
  'bypassCSP',
  'allowRunningInsecureContent',
  'experimentalFeatures',
  'enableBlinkFeatures',
  'webSecurity',
]

const built = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.c?js$/.test(file))
    .map((file) => join(folder, file))

test('row 5: the built main process and preload script open nothing outside', () => {
  const files = [...built('out/main'), ...built('out/preload')]
  expect(files.length).toBeGreaterThan(2)
  const found = files.flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return DOORS.filter((door) => source.includes(door)).map((door) => `${file}: ${door}`)
  })
  expect(found).toEqual([])
})
