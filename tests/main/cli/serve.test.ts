import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
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

/** Of every process, its words with spaces between, as `ps -ef` shows them. */
async function processes(): Promise<readonly string[]> {
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const words = ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => ''))
  return (await Promise.all(words)).map((one) => one.replaceAll('\0', ' '))
}

/** What a process has in memory, in MiB. */
async function residentMiB(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) / 1024
}

/** Sends a body without end until the server has had enough, or has taken 16 MiB and waits for more. */
function flood(address: string, path: string, origin: string): Promise<Socket> {
  const { port, host } = new URL(address)
  const head = [
    `POST ${path} HTTP/1.1`,
    `Host: ${host}`,
    `Origin: ${origin}`,
    'Content-Type: application/json',
    'Transfer-Encoding: chunked',
  ]
  const chunk = Buffer.from(`10000\r\n${'x'.repeat(0x10000)}\r\n`)
  return new Promise((done) => {
    const socket = connect({ port: Number(port), host: '127.0.0.1' }, async () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`)
      for (let sent = 0; sent < 256 && !socket.destroyed; sent += 1) {
        await new Promise((written) => socket.write(chunk, written))
      }
      done(socket)
    })
    socket.on('error', () => undefined)
    socket.on('close', () => done(socket))
    socket.resume()
  })
}

describe.runIf(process.platform === 'linux')('what is served', () => {
  test('row 33: no process of the machine has the token among its words', async () => {
    const server = await serving(['serve'], { DRYRUN_HOME: await folderOf(), ...NO_DISPLAY })
    const listed = await processes()
    expect(listed.filter((words) => words.includes('cli.js serve'))).not.toEqual([])
    expect(listed.filter((words) => words.includes(server.address.slice(-43)))).toEqual([])
    await server.interrupt()
  })

  test('row 34: no other address can be asked for', async () => {
    const { status, err } = await dryrun(['serve', '--host', '0.0.0.0'])
    expect(status).toBe(2)
    expect(err).toContain("unknown option '--host'")
  })

  test('row 35: bodies without end leave its memory as it was', async () => {
    const server = await serving(['serve'], { DRYRUN_HOME: await folderOf(), ...NO_DISPLAY })
    const { origin } = new URL(server.address)
    const floods = async () => {
      const sockets = await Promise.all([
        ...Array.from({ length: 9 }, () => flood(server.address, '/api/session', origin)),
        flood(server.address, '/api/call/saveAs', origin),
        flood(server.address, '/nothing', origin),
        flood(server.address, '/api/session', 'http://a.test'),
      ])
      const resident = await residentMiB(server.pid)
      for (const socket of sockets) socket.destroy()
      return resident
    }
    // The first brings its buffers; of the 192 MiB of the next ones nothing may stay while they are open.
    const before = await floods()
    expect(before).toBeLessThan(192)
    for (let again = 0; again < 2; again += 1) expect((await floods()) - before).toBeLessThan(48)
    expect((await fetch(server.address)).status).toBe(200)
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
