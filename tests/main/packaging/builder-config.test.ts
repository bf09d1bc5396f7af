import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const { build } = manifest

test('row 14: the fuses are set as reliability requires', () => {
  expect(build.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  })
  // Without the archive two of them mean nothing.
  expect(build.asar).toBe(true)
})

test('there is a package for each system, and nothing is published by itself', () => {
  const targets = [build.linux, build.mac, build.win].flatMap(({ target }) => target)
  expect(targets).toEqual(['AppImage', 'deb', 'dmg', 'nsis'])
  expect(build.publish).toBeNull()
  expect(manifest.scripts.package).toMatch(/electron-builder@\d+\.\d+\.\d+ --publish never$/)
  const needed = { ...manifest.dependencies, ...manifest.devDependencies }
  expect(Object.keys(needed).filter((name) => name.startsWith('electron-builder'))).toEqual([])
})

test('what the packages name is there, and what the program needs is packed', () => {
  const named = [build.linux.icon, build.mac.icon, build.win.icon, build.nsis.include]
  expect(named.filter((path) => !existsSync(path))).toEqual([])
  expect(build.files).toEqual(expect.arrayContaining(['out/**', 'resources/**', 'package.json']))
  expect(manifest.main).toMatch(/^out\//)
})

test('scenario files open in Dryrun, and no other JSON is taken from the editor of the user', () => {
  expect(build.linux.fileAssociations).toMatchObject([{ ext: 'dryrun.json', role: 'Editor' }])
  expect(build.mac.fileAssociations).toMatchObject([{ ext: 'json', rank: 'Alternate' }])
  expect(build.win.fileAssociations).toBeUndefined()
  const installer = readFileSync(build.nsis.include, 'utf8')
  expect(installer).toContain('.json\\OpenWithProgids')
  expect(installer).not.toMatch(/WriteRegStr SHELL_CONTEXT "Software\\Classes\\\.json" /)
})
