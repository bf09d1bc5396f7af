/** The Chromium that draws the windows: started once, ended with the application. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromiumArguments } from '../../../support/find-chromium.mjs'
import { Cdp } from './cdp'

export interface Chromium {
  readonly cdp: Cdp
  /** What Playwright connects to as well. */
  readonly address: string
  stop(): void
}

/** Nothing that a browser brings along and Electron does not: extensions, and pages that draw the browser itself. */
const WITHOUT_ITS_OWN_PAGES = [
  '--disable-extensions',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
]

const LISTENING = /DevTools listening on (ws:\/\/\S+)/

/** `executable` is a Chromium's path, `locale` the system's in BCP 47. Rejects with what it said where it does not start. */
export async function startChromium(executable: string, locale: string): Promise<Chromium> {
  const profile = mkdtempSync(join(tmpdir(), 'dryrun-stand-in-'))
  const child = spawn(
    executable,
    [
      ...chromiumArguments(),
      '--headless=new',
      '--no-startup-window',
      '--hide-scrollbars',
      ...WITHOUT_ITS_OWN_PAGES,
      `--lang=${locale}`,
      `--accept-lang=${locale}`,
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  const address = await addressOf(child)
  return {
    address,
    cdp: await Cdp.connect(address),
    stop: () => {
      child.kill('SIGKILL')
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = LISTENING.exec(said)?.[1]
      if (address !== undefined) done(address)
    })
    child.once('error', fail)
    child.once('exit', () => fail(new Error(`Chromium did not start: ${said}`)))
  })
}
