/**
 * `test` for both hosts. `page` is the opened application; `userFolder` is a folder of the test's own, the
 * one that the browser host shows. Every spec also proves that the page kept to its content policy.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, test as base, expect } from '@playwright/test'
import { launchChromium } from '../../support/chromium'
import { openInBrowser } from './browser-app'
import { openOnDesktop } from './desktop-app'
import type { OpenedApp } from './opened-app'

export interface AppOptions {
  host: 'browser' | 'desktop'
  language: 'en' | 'ru'
  /** Opened at the start, as `dryrun open FILE` would; an absolute path. */
  file: string | undefined
}

interface AppFixtures {
  home: string
  userFolder: string
  /** Starts the application; once more with the same settings, after the first one was killed. */
  launch: () => Promise<OpenedApp>
  app: OpenedApp
}

interface WorkerFixtures {
  /** Started with the first test that needs it. */
  sharedBrowser: () => Promise<Browser>
}

export const test = base.extend<AppOptions & AppFixtures, WorkerFixtures>({
  host: ['browser', { option: true }],
  language: ['en', { option: true }],
  file: [undefined, { option: true }],
  sharedBrowser: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      let launched: Promise<Browser> | undefined
      await use(() => {
        launched ??= launchChromium()
        return launched
      })
      await (await launched)?.close()
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'dryrun-home-'))
    await use(home)
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  },
  userFolder: async ({ home }, use) => {
    const folder = join(home, 'scenarios')
    await mkdir(folder, { recursive: true })
    await use(folder)
  },
  launch: async ({ host, language, file, home, sharedBrowser }, use) => {
    const options = { home, language, ...(file === undefined ? {} : { file }) }
    const started: OpenedApp[] = []
    await use(async () => {
      const app =
        host === 'browser'
          ? await openInBrowser(await sharedBrowser(), options)
          : await openOnDesktop(options)
      await app.page.locator('#page > *').first().waitFor()
      const killable = {
        ...app,
        kill: async () => {
          started.splice(started.indexOf(killable), 1)
          await app.kill()
        },
      }
      started.push(killable)
      return killable
    })
    for (const app of started) await app.close()
  },
  app: async ({ launch }, use) => {
    await use(await launch())
  },
  page: async ({ app }, use) => {
    await use(app.page)
  },
})

export { expect }
