/** Finds out whether the desktop window can be had: Electron's binary, a display, and leave to use it. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hasDisplay } from './browser'

/** The package downloads its binary at the first launch; a slow network must not keep the user waiting for longer. */
const DOWNLOAD_MS = 60_000

export type Electron =
  | { readonly there: true; readonly executable: string }
  | { readonly there: false; readonly why: string }

/** Where the binary is, downloading it if need be, or one sentence why there is none. */
export async function findElectron(): Promise<Electron> {
  const obstacle = obstacleTo(process.platform, process.env, process.getuid?.())
  if (obstacle !== undefined) return { there: false, why: obstacle }
  const folder = packageFolder()
  if (folder === undefined) return { there: false, why: 'Electron is not installed' }
  const executable = executableIn(folder)
  if (executable !== undefined) return { there: true, executable }
  const failure = await download(folder)
  const downloaded = executableIn(folder)
  if (downloaded !== undefined) return { there: true, executable: downloaded }
  return { there: false, why: `Electron could not be downloaded (${failure})` }
}

/** What would stop a window from opening although the binary is there. */
export function obstacleTo(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
  user: number | undefined,
): string | undefined {
  if (platform !== 'linux') return undefined
  if (!hasDisplay(environment)) return 'there is no display'
  // Chromium gives up its sandbox under root, and Dryrun does not ask it to.
  return user === 0 ? 'Electron does not run as root' : undefined
}

function packageFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}

/** Read as the package itself does it, because loading the package would start a download with noise. */
function executableIn(folder: string): string | undefined {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist')
  const record = join(folder, 'path.txt')
  const name = existsSync(record) ? readFileSync(record, 'utf8') : 'electron'
  const executable = join(dist, name)
  return existsSync(executable) ? executable : undefined
}

/** The package's own installer, quietly; what it said last, where that tells why it failed. */
function download(folder: string): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4_000)
    })
    const patience = setTimeout(() => {
      child.kill()
      done(`it took longer than ${DOWNLOAD_MS / 1000} s`)
    }, DOWNLOAD_MS)
    child.once('close', () => {
      clearTimeout(patience)
      done(reasonIn(said))
    })
  })
}

/** The line of a stack trace that a person can use: `getaddrinfo ENOTFOUND github.com`. */
export function reasonIn(said: string): string {
  const lines = said.split('\n').map((line) => line.trim())
  const line = lines.find((each) => /error/i.test(each)) ?? lines.find((each) => each !== '')
  return line?.replace(/^(\w*Error:\s*)+/, '').slice(0, 200) ?? 'no reason was given'
}
