/** The page runs a scenario as the command line does: the same steps in the same words, to the same end. */
import { execFile } from 'node:child_process'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { printScenario } from '../../src/shared/scenario/print'
import { breeding } from '../support/breeding'
import { expect, test } from './pages/test'

const ROOT = resolve(import.meta.dirname, '../..')
const FILE = join(ROOT, 'resources/templates/retry-storm.dryrun.json')
const BREEDING = join(tmpdir(), `breeding-${process.pid}.dryrun.json`)

interface Told {
  readonly steps: readonly { readonly text: string }[]
}

/** What `dryrun run FILE --json` tells, whatever it thinks of the promises. */
async function commandLine(file: string, words: readonly string[] = []): Promise<Told> {
  const all = [join(ROOT, 'out/main/cli.js'), 'run', file, '--json', ...words]
  const options = { maxBuffer: 2 ** 28, env: { ...process.env, TZ: 'Asia/Kathmandu' } }
  const { stdout } = await promisify(execFile)(process.execPath, all, options).catch(
    (ended) => ended,
  )
  return JSON.parse(stdout)
}

test.describe('a built-in scenario', () => {
  test.use({ file: FILE })

  test('row 45: every step of it reads as on the command line', async ({ page, run }) => {
    await run.start()
    const { steps } = await commandLine(FILE)
    await expect(run.slider).toHaveAttribute('aria-valuemax', String(steps.length))
    await page.keyboard.press('Home')
    for (const [at, { text }] of steps.entries()) {
      await page.keyboard.press('ArrowRight')
      await run.expectAt(at + 1)
      expect(await run.slider.getAttribute('aria-valuetext')).toContain(text)
    }
  })
})

test.describe('a scenario that breeds messages', () => {
  test.use({ file: BREEDING })
  test.beforeAll(() => writeFile(BREEDING, printScenario(breeding())))
  test.afterAll(() => rm(BREEDING, { force: true }))

  test('row 44: it stops where it does on the command line, and says so', async ({
    page,
    run,
    say,
  }) => {
    await run.start()
    const { steps } = await commandLine(BREEDING)
    await expect(run.slider).toHaveAttribute('aria-valuemax', String(steps.length))
    await run.button('last').click()
    await run.expectAt(steps.length)
    const last = steps.at(-1)?.text ?? ''
    await expect(run.slider).toHaveAttribute('aria-valuetext', `${steps.length}. ${last}`)
    const stopped = say('run:end.limit', { count: steps.length })
    await expect(page.getByText(stopped).first()).toBeVisible()
  })
})
