/** The desktop host: the built main process in the stand-in, or in the Electron that $ELECTRON names. */
import { readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { _electron } from '@playwright/test'
import { chromiumPath } from '../../support/chromium'
import { BUILT } from './built'
import { environmentOf, type LaunchOptions, type OpenedApp } from './opened-app'
import { STAND_IN } from './stand-in/build'
import { watchPage } from './watch'

export async function openOnDesktop(options: LaunchOptions): Promise<OpenedApp> {
  const real = process.env.ELECTRON
  const app = await _electron.launch({
    executablePath: real ?? STAND_IN,
    args: [BUILT.desktop, ...(options.file === undefined ? [] : [options.file])],
    env: {
      ...environmentOf(options),
      ...(real === undefined ? { CHROMIUM: chromiumPath() } : {}),
    },
  })
  const ended = new Promise<void>((done) => app.once('close', () => done()))
  const watched = watchPage(app.context(), real === undefined ? 'https://dryrun.stand-in' : 'app:')
  const page = await app.firstWindow()
  if (real === undefined) await page.setViewportSize({ width: 1440, height: 900 })

  const chooseToSave = (path: string) =>
    app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath })
    }, path)
  return {
    page,
    electron: app,
    chooseToSave,
    chooseToOpen: (path) =>
      app.evaluate(({ dialog }, filePath) => {
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] })
      }, path),
    exported: async (act) => {
      const folder = await mkdtemp(join(tmpdir(), 'dryrun-export-'))
      await app.evaluate(({ dialog }, into) => {
        dialog.showSaveDialog = async (...given: unknown[]) => {
          const { defaultPath = 'export' } = given.at(-1) as { defaultPath?: string }
          return { canceled: false, filePath: `${into}/${defaultPath.split('/').at(-1)}` }
        }
      }, folder)
      await act()
      return waitForFile(folder)
    },
    close: async () => {
      await watched.check(page)
      // The application ends with its last window.
      if (page.isClosed()) return ended
      // "Don't save": a spec that leaves changes behind must still end.
      await app.evaluate(({ dialog }) => {
        dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
      })
      await app.close()
    },
    kill: async () => {
      const { pid } = app.process()
      const others = pid === undefined ? [] : childrenOf(pid)
      app.process().kill('SIGKILL')
      // The window's own processes do not outlive a real Electron; the stand-in's Chromium would.
      for (const other of others) process.kill(other, 'SIGKILL')
      await ended
    },
  }
}

/** Linux only, as the stand-in is. */
function childrenOf(pid: number): readonly number[] {
  const listed = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return listed.split(' ').filter(Boolean).map(Number)
}

async function waitForFile(folder: string): Promise<{ name: string; bytes: Buffer }> {
  for (let tried = 0; tried < 200; tried += 1) {
    const [name] = (await readdir(folder)).filter((each) => !each.endsWith('.tmp'))
    if (name !== undefined)
      return { name: basename(name), bytes: await readFile(join(folder, name)) }
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('nothing was exported within 10 s')
}
