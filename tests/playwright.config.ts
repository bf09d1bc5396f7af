/** End-to-end: every spec on both hosts. The built application is what is tested: `npm run build` first. */
import { defineConfig } from '@playwright/test'
import type { AppOptions } from './e2e/support/app'

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
    { name: 'desktop', use: { host: 'desktop' }, testIgnore: '**/browser-host.spec.ts' },
  ],
})
