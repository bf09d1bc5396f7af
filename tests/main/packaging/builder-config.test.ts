import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { outsideArchive } from '../../../src/main/resources'

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

test('the packages packed are those that the built main process asks for', () => {
  const built = readdirSync('out/main', { recursive: true, encoding: 'utf8' })
  const scripts = built.filter((name) => name.endsWith('.js'))
  const asked = scripts.flatMap((name) => {
    const source = readFileSync(join('out/main', name), 'utf8')
    const imports = source.matchAll(
      /(?:^import |\bfrom ?|\bimport\()["']((?:@|[a-z])[\w@:./-]*)["']/gm,
    )
    return [...imports].map((found) => found[1] ?? '')
  })
  const packages = asked.filter((name) => !name.startsWith('node:') && name !== 'electron')
  const names = new Set(packages.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? ''))
  // What is in a bundle, of the page or of the main process, would be there twice.
  expect([...names].sort()).toEqual(Object.keys(manifest.dependencies).sort())
})

test('the fonts lie outside the archive, where native code can read them', () => {
  expect(build.asarUnpack).toEqual(['resources/fonts/**'])
  const packed = ['/opt/Dryrun/resources/app.asar/resources', 'C:\\D\\app.asar\\resources']
  expect(packed.map(outsideArchive)).toEqual([
    '/opt/Dryrun/resources/app.asar.unpacked/resources',
    'C:\\D\\app.asar.unpacked\\resources',
  ])
  const elsewhere = '/home/me/app.asarx/resources'
  expect(outsideArchive(elsewhere)).toBe(elsewhere)
})
