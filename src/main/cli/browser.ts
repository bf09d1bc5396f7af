/**
 * Opens an address in the system's browser without showing its secret to other users of the machine: what a
 * program is started with stands in the list of processes, so the browser is given a file, readable by the
 * user alone, that leads to the address.
 */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** How long a launcher may take to say that it cannot, and a browser to have read the file, in milliseconds. */
const LAUNCH_MS = 3_000
const READ_MS = 30_000

/** Whether a browser seems to have been opened. Nothing is tried where there is no display. */
export async function openInBrowser(address: string, folder: string): Promise<boolean> {
  const launcher = launcherOf(process.platform, process.env)
  if (launcher === undefined) return false
  const page = join(folder, `launch-${process.pid}.html`)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await writeFile(page, launchPage(address), { mode: 0o600 })
  } catch {
    return false
  }
  const remove = () => rmSync(page, { force: true })
  process.once('exit', remove)
  const started = await starts(launcher, page)
  if (started) setTimeout(remove, READ_MS).unref()
  else remove()
  return started
}

/** The program that opens a file as a double click would, and what stands before the file's name. */
export function launcherOf(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): readonly string[] | undefined {
  switch (platform) {
    case 'darwin':
      return ['open']
    case 'win32':
      return ['rundll32.exe', 'url.dll,FileProtocolHandler']
    default:
      return hasDisplay(environment) ? ['xdg-open'] : undefined
  }
}

export const hasDisplay = (environment: NodeJS.ProcessEnv): boolean =>
  Boolean(environment.DISPLAY) || Boolean(environment.WAYLAND_DISPLAY)

const launchPage = (address: string): string => `<!doctype html>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>Dryrun</title>
<meta http-equiv="refresh" content="0; url=${address}">
`

/** A launcher that still runs after a while has a browser to wait for. */
function starts(launcher: readonly string[], page: string): Promise<boolean> {
  const [program = '', ...words] = launcher
  return new Promise((done) => {
    const child = spawn(program, [...words, page], { stdio: 'ignore', detached: true })
    const patience = setTimeout(() => done(true), LAUNCH_MS)
    const settle = (started: boolean) => {
      clearTimeout(patience)
      done(started)
    }
    child.once('error', () => settle(false))
    child.once('exit', (code) => settle(code === 0))
    child.unref()
  })
}
