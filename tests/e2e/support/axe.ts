/** axe on the page as it stands: what it finds that is serious or worse. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(context: Document, options: RunOptions): Promise<AxeResults>
}

/** A line a finding: the rule, how bad, where. */
export async function seriousFindings(page: Page): Promise<readonly string[]> {
  // A colour half way to another theme is nobody's choice.
  await page.evaluate(async () => {
    // Transitions begin with the next frame.
    await new Promise(requestAnimationFrame)
    await Promise.allSettled(document.getAnimations().map(({ finished }) => finished))
  })
  // Evaluated over the debugger, which the content policy does not concern.
  await page.evaluate(SOURCE)
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: Axe }
    // What is in order need not be listed, which takes most of its time.
    return axe.run(document, { resultTypes: ['violations'] })
  })
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) =>
        [id, impact, target.join(' '), failureSummary?.split('\n')[1]?.trim()].join(': '),
      ),
    )
}
