import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { launcherOf } from '../../../src/main/cli/browser'
import { obstacleTo, reasonIn } from '../../../src/main/cli/electron'
import { temporaryFolders } from '../library/temporary-folder'
import { dryrun, serving } from './dryrun'

const folderOf = temporaryFolders()
const NO_DISPLAY = { DISPLAY: '', WAYLAND_DISPLAY: '' }

/** A launcher in place of the system's, that notes what it was given and what the file says. */
async function fakeLauncher(folder: string): Promise<string> {
  const bin = join(folder, 'bin')
  await mkdir(bin)
  const script = `#!/bin/sh\nprintf '%s' "$*" > ${folder}/words\ncp -p "$1" ${folder}/page.html\n`
  await writeFile(join(bin, 'xdg-open'), script)
  await chmod(join(bin, 'xdg-open'), 0o755)
  return bin
}

describe('serve', () => {
  test('prints the address, serves the page there, and ends with Ctrl+C', async () => {
    const server = await serving(['serve'], { DRYRUN_HOME: await folderOf(), ...NO_DISPLAY })
    const page = await fetch(server.address)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Dryrun</title>')
    expect(await server.interrupt()).toBe(0)
  })

  test('a file that is no scenario is told before anything is served', async () => {
    const file = join(await folderOf(), 'broken.dryrun.json')
    await writeFile(file, '{')
    const { status, out, err } = await dryrun(['serve', file])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(file)
  })

  test('a port that is taken is told', async () => {
    const home = { DRYRUN_HOME: await folderOf(), ...NO_DISPLAY }
    const server = await serving(['serve'], home)
    const { port } = new URL(server.address)
    const second = await dryrun(['serve', '--port', port], home)
    expect(second.status).toBe(2)
    expect(second.err).toContain(`cannot listen on port ${port}`)
    await server.interrupt()
  })
})

describe.runIf(process.platform === 'linux')('open', () => {
  test('without a display says so in one line, and serves the browser', async () => {
    const server = await serving(['open'], { DRYRUN_HOME: await folderOf(), ...NO_DISPLAY })
    expect(server.err().trim().split('\n')).toEqual([
      'dryrun: no desktop window, because there is no display; opening Dryrun in the browser instead.',
    ])
    expect(await server.interrupt()).toBe(0)
  })

  test('row 33: gives the browser a file of the user alone, so that the token is in no list of processes', async () => {
    const home = await folderOf()
    const PATH = `${await fakeLauncher(home)}${delimiter}${process.env.PATH}`
    const server = await serving(['serve', '--browser'], { DRYRUN_HOME: home, PATH, DISPLAY: ':9' })
    const token = server.address.slice(-43)
    const words = await readFile(join(home, 'words'), 'utf8')
    expect(words).not.toContain(token)
    expect(await readFile(join(home, 'page.html'), 'utf8')).toContain(server.address)
    const { stat } = await import('node:fs/promises')
    expect((await stat(words)).mode & 0o777).toBe(0o600)
    await server.interrupt()
    expect((await readdir(home)).some((name) => name.startsWith('launch-'))).toBe(false)
  })

  test('a launcher that fails leaves the printed address', async () => {
    const home = await folderOf()
    const environment = { DRYRUN_HOME: home, PATH: '/nowhere', DISPLAY: ':9' }
    const server = await serving(['serve', '--browser'], environment)
    expect(await server.interrupt()).toBe(0)
  })
})

test('each system opens a file in its own way, and none without a display', () => {
  expect(launcherOf('darwin', {})).toEqual(['open'])
  expect(launcherOf('win32', {})).toEqual(['rundll32.exe', 'url.dll,FileProtocolHandler'])
  expect(launcherOf('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open'])
  expect(launcherOf('linux', {})).toBeUndefined()
})

test('what stops a window is known beforehand', () => {
  expect(obstacleTo('linux', {}, 1000)).toBe('there is no display')
  expect(obstacleTo('linux', { DISPLAY: ':0' }, 0)).toBe('Electron does not run as root')
  expect(obstacleTo('linux', { DISPLAY: ':0' }, 1000)).toBeUndefined()
  expect(obstacleTo('darwin', {}, 501)).toBeUndefined()
})

test('of a failed download the line with the reason is kept', () => {
  const trace = '\nTypeError: fetch failed\n    at node:internal\n'
  expect(reasonIn(trace)).toBe('fetch failed')
  expect(reasonIn('')).toBe('no reason was given')
})
