/** What no page of ours may ever do, watched over the whole of every spec. */
import { type BrowserContext, expect, type Page } from '@playwright/test'

export interface Watch {
  /** Fails where a policy was violated, something outside was asked for, or an error was not caught. */
  check(page: Page): Promise<void>
}

/** `origin`: how every address of the page itself begins. */
export function watchPage(context: BrowserContext, origin: string): Watch {
  const outside: string[] = []
  const allowed = [`${origin}/`, 'data:', 'blob:', 'about:blank']
  context.on('request', (request) => {
    if (!allowed.some((start) => request.url().startsWith(start))) outside.push(request.url())
  })
  return {
    async check(page) {
      expect(outside, 'requests to anywhere else').toEqual([])
      if (page.isClosed()) return
      const messages = await page.consoleMessages({ filter: 'all' })
      const violations = messages
        .map((message) => message.text())
        .filter((text) => text.includes('Content Security Policy'))
      expect(violations, 'violations of the content policy').toEqual([])
      const errors = await page.pageErrors({ filter: 'all' })
      expect(
        errors.map((error) => error.stack ?? String(error)),
        'uncaught errors',
      ).toEqual([])
    },
  }
}
