/**
 * The one place that knows which browser the tests drive: Playwright's own where it has been downloaded, the
 * one $CHROMIUM names, or a system's. `npm test` sees to it that there is one (tests/support/ensure-chromium.mjs).
 */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { chromiumArguments, findChromium } from './find-chromium.mjs'

/** The executable's path; throws with what to do when there is none. */
export function chromiumPath(): string {
  const found = findChromium(chromium.executablePath(), existsSync)
  if (found) return found
  throw new Error('No Chromium found. `npm test` installs one; or set CHROMIUM to its path.')
}

export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumArguments(), ...more],
  })
}
