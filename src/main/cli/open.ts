/** `dryrun open [FILE]`: the desktop window; where there can be none, why not, and the browser host instead. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { projectFolder } from '../resources'
import { findElectron } from './electron'
import { complain } from './output'
import { usableScenario } from './scenario-input'
import { serveChecked } from './serve'
import { STATUS, type Status } from './status'

/** A window that goes away within this time with an error has never been seen, in milliseconds. */
const START_MS = 5_000

export async function open(file: string | undefined): Promise<Status> {
  if (file !== undefined && (await usableScenario(file)) === undefined) return STATUS.unusable
  const electron = await findElectron()
  const why = electron.there ? await showWindow(electron.executable, file) : electron.why
  if (why === undefined) return STATUS.fine
  complain(`no desktop window, because ${lowerFirst(why)}; opening Dryrun in the browser instead.`)
  return serveChecked(file, { browser: true })
}

/** Stays until the window is closed; the reason where none appeared. */
function showWindow(executable: string, file: string | undefined): Promise<string | undefined> {
  const started = Date.now()
  const script = join(projectFolder(), 'out', 'main', 'desktop.js')
  const child = spawn(executable, [script, ...(file === undefined ? [] : [resolve(file)])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-2_000)
  })
  const stop = (signal: NodeJS.Signals) => child.kill(signal)
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return new Promise((done) => {
    child.once('error', (error) => done(`Electron did not start (${error.message})`))
    child.once('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      const unseen = code !== 0 && code !== null && Date.now() - started < START_MS
      const [line = `status ${code}`] = said.trim().split('\n')
      done(unseen ? `Electron did not start (${line.slice(0, 200)})` : undefined)
    })
  })
}

/** For the middle of a sentence; a name keeps its capital. */
const lowerFirst = (text: string): string =>
  text.startsWith('Electron') ? text : text.charAt(0).toLowerCase() + text.slice(1)
