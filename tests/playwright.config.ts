/**
 * End-to-end, on both hosts. The built application is what is tested: `npm run build` first. Both hosts show one
 * and the same built page, so what concerns nothing but the page runs in the short run on one of them.
 */
import { defineConfig } from '@playwright/test'
import type { AppOptions } from './e2e/support/app'
import { OF_THE_PAGE } from './e2e/support/of-the-page'

const ON_BOTH = process.env.DRYRUN_LONG !== undefined || process.env.ELECTRON !== undefined
/** Whole files of it. */
const PAGE_FILES =
  'accessibility canvas-gestures draw edit far-view find-failures keyboard-alone message-menus'
    .concat(' load same-run shortcut-table shortcuts views wire')
    .split(' ')
    .map((name) => `**/${name}.spec.ts`)

export default defineConfig<AppOptions>({
  testDir: './e2e',
  outputDir: '../test-results',
  globalSetup: './e2e/support/global-setup.ts',
  // One more than cores: a test waits for a timer or a process for a good part of its time.
  workers: 3,
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  // Generous: a loaded machine is slow, and only what hangs should be cut off.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  // A spec that passes at the second try is reported as flaky.
  retries: process.env.CI === undefined ? 0 : 1,
  reporter: [['list']],
  // Tracing every test would take a good part of the time; a second try is traced.
  use: { trace: 'on-first-retry' },
  projects: [
    { name: 'browser', use: { host: 'browser' }, testIgnore: '**/desktop-host.spec.ts' },
    {
      name: 'desktop',
      use: { host: 'desktop' },
      ...(ON_BOTH ? {} : { grepInvert: new RegExp(OF_THE_PAGE) }),
      testIgnore: ['**/browser-host.spec.ts', ...(ON_BOTH ? [] : PAGE_FILES)],
    },
  ],
})
