import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { simulate } from '../../src/main/cli/simulate'
import { momentOf } from '../../src/shared/engine/decode'
import { runPage } from '../../src/shared/export/run-page'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { launchChromium } from '../support/chromium'
import { threeServices } from '../support/three-services'

const HOSTILE =
  '</script><script>alert(1)</script><img src="http://127.0.0.1:9/x" onerror="alert(2)">'

let browser: Browser
let folder: string

beforeAll(async () => {
  browser = await launchChromium()
  folder = await mkdtemp(join(tmpdir(), 'dryrun-page-'))
})

afterAll(async () => {
  await browser.close()
  await rm(folder, { recursive: true })
})

async function pageOf(scenario: Scenario, sentence: string) {
  const simulated = simulate(scenario, { seed: 1, stepsMax: 200 })
  if (!simulated.ok) throw new Error(simulated.problems[0]?.message)
  const { program, trace } = simulated.value
  const momentAt = (position: number) => momentOf(program, trace.stateAt(position))
  const { html } = await runPage(
    { scenario, steps: trace.steps, momentAt },
    {
      language: 'en',
      sentenceOf: ({ kind }) => `${kind} ${sentence}`,
      sha256: async (text) => createHash('sha256').update(text).digest('base64'),
    },
  )
  const file = join(folder, 'run.html')
  await writeFile(file, html)
  return { file, steps: trace.steps, html }
}

/** Opens it and keeps what it must not do: requests, dialogs, errors and violations of its policy. */
async function opened(file: string, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ colorScheme, viewport: { width: 1280, height: 800 } })
  const wrong: string[] = []
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) wrong.push(request.url())
  })
  page.on('dialog', (dialog) => {
    wrong.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('pageerror', ({ message }) => wrong.push(message))
  page.on('console', (message) => wrong.push(message.text()))
  await page.goto(pathToFileURL(file).href)
  return { page, wrong }
}

const drawn = (page: Page) => page.locator('#diagram').innerHTML()

test('a run page steps forward and back by buttons and keys, and comes back to the same drawing', async () => {
  const { file, steps } = await pageOf(threeServices, '')
  const { page, wrong } = await opened(file)
  const last = steps.length
  const place = page.locator('#at')
  expect(await place.textContent()).toBe(`0 / ${last}`)
  const before = await drawn(page)
  const seen = [before]
  for (let step = 1; step <= last; step += 1) {
    await page.keyboard.press('ArrowRight')
    seen.push(await drawn(page))
  }
  expect(await place.textContent()).toBe(`${last} / ${last}`)
  expect(new Set(seen).size).toBeGreaterThan(last / 2)
  expect(await page.getByRole('button', { name: 'One step forward' }).isDisabled()).toBe(true)
  for (let step = last - 1; step >= 0; step -= 1) {
    await page.getByRole('button', { name: 'One step back' }).click()
    expect(await drawn(page)).toBe(seen[step])
  }
  await page.locator('#steps button').nth(4).click()
  expect(await drawn(page)).toBe(seen[5])
  expect(await page.locator('[aria-current]').count()).toBe(1)
  expect(await page.locator('#said').textContent()).toContain(steps[4]?.kind)
  expect(wrong).toEqual([])
  await page.close()
})

test('a run page has both themes', async () => {
  const { file } = await pageOf(threeServices, '')
  const papers: string[] = []
  for (const scheme of ['light', 'dark'] as const) {
    const { page } = await opened(file, scheme)
    papers.push(await page.evaluate(() => getComputedStyle(document.body).backgroundColor))
    await page.close()
  }
  expect(papers).toEqual(['rgb(251, 250, 246)', 'rgb(21, 23, 28)'])
})

test('hostile names do nothing in a run page', async () => {
  const scenario = threeServices
  const { file } = await pageOf(
    {
      ...scenario,
      title: HOSTILE,
      services: scenario.services.map((service) => ({ ...service, name: HOSTILE })),
    },
    HOSTILE,
  )
  const { page, wrong } = await opened(file)
  await page.keyboard.press('End')
  expect(await page.locator('script').count()).toBe(2)
  expect(await page.locator('img').count()).toBe(0)
  expect(await page.locator('h1').textContent()).toBe(HOSTILE)
  expect(wrong).toEqual([])
  await page.close()
})

test('the policy of a run page lets nothing else run', async () => {
  const { file, html } = await pageOf(threeServices, '')
  await writeFile(file, html.replace('</body>', '<script>document.title = "ran"</script></body>'))
  const { page, wrong } = await opened(file)
  expect(await page.title()).not.toBe('ran')
  expect(wrong.join()).toContain('Content Security Policy')
  await page.close()
})
