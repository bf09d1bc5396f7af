/** The browser host: the built command line serves, and a Chromium opens the address that it prints. */
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'
import { BUILT } from './built'
import { environmentOf, type LaunchOptions, type OpenedApp } from './opened-app'
import { watchPage } from './watch'

export async function openInBrowser(browser: Browser, options: LaunchOptions): Promise<OpenedApp> {
  const { child, address } = await serve(options)
  const context = await browser.newContext({
    locale: options.language === 'ru' ? 'ru-RU' : 'en-US',
    acceptDownloads: true,
    viewport: { width: 1440, height: 900 },
  })
  const watched = watchPage(context, new URL(address).origin)
  const page = await context.newPage()
  await page.goto(address)
  const ended = new Promise((done) => child.once('exit', done))
  return {
    page,
    address,
    chooseToSave: async () => undefined,
    chooseToOpen: async () => undefined,
    exported: async (act) => {
      const [download] = await Promise.all([page.waitForEvent('download'), act()])
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
    },
    close: async () => {
      await watched.check(page)
      await context.close()
      child.kill('SIGINT')
      await ended
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended
      await context.close()
    },
  }
}

/** `dryrun serve`, once it has said where. */
async function serve(
  options: LaunchOptions,
): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const files = options.file === undefined ? [] : [options.file]
  const child = spawn(process.execPath, [BUILT.cli, 'serve', ...files], {
    env: environmentOf(options),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((done, fail) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]+/.exec(said)
      if (found) done(found[0])
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => fail(new Error(`dryrun serve ended: ${said}`)))
  })
  return { child, address }
}
