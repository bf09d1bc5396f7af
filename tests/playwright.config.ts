/**
 * End-to-end, on both hosts. The built application is what is tested: `npm run build` first. Both hosts show one
 * and the same built page, so what concerns nothing but the page runs in the short run on one of them.
 */
import { defineConfig } from '@playwright/test'
import type { AppOptions } from './e2e/support/app'

const ON_BOTH = process.env.DRYRUN_LONG !== undefined || process.env.ELECTRON !== undefined
/** What they do reaches no file, no window and no menu of the system. */
const OF_THE_PAGE =
  'accessibility canvas-gestures draw edit far-view find-failures keyboard-alone message-menus'
    .concat(' same-run shortcut-table shortcuts views wire')
    .split(' ')
    .map((name) => `**/${name}.spec.ts`)

export default defineConfig<AppOptions>({
  testDir: './e2e',
  outputDir: '../test-results',
  globalSetup: './e2e/support/global-setup.ts',
  // Each test is a host process and a Chromium of its own.
  workers: 2,
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
      testIgnore: ['**/browser-host.spec.ts', ...(ON_BOTH ? [] : OF_THE_PAGE)],
    },
  ],
})
