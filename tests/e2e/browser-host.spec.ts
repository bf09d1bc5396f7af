import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Request } from '@playwright/test'
import { launchChromium } from '../support/chromium'
import { expect, test } from './support/app'

const heading = { level: 1 } as const
const SHORTCUTS = /\/shortcuts-dialog-[^/]+\.js$/

test('row 33: the launch token leaves the address bar, and the printed address opens a second tab', async ({
  page,
  app,
}) => {
  const address = app.address ?? ''
  expect(page.url()).toBe(new URL('/', address).href)
  const second = await page.context().newPage()
  const sent: Request[] = []
  second.on('request', (request) => sent.push(request))
  await second.goto(address)
  await expect(second.getByRole('heading', heading)).toBeVisible()
  await second.reload()
  await expect(second.getByRole('heading', heading)).toBeVisible()
  // Nor is it in what goes over the wire beside the one exchange's body, nor in the browser's history.
  const token = address.slice(-43)
  const headers = await Promise.all(sent.map((request) => request.allHeaders()))
  expect(headers.length).toBeGreaterThan(5)
  expect(headers.filter((one) => (one.referer ?? '') !== '')).toEqual([])
  expect(headers.filter((one) => JSON.stringify(one).includes(token))).toEqual([])
  const bodies = sent.filter((request) => request.postData()?.includes(token))
  expect(bodies.map((request) => new URL(request.url()).pathname)).toEqual(['/api/session'])
  const cdp = await page.context().newCDPSession(second)
  const { entries } = await cdp.send('Page.getNavigationHistory')
  const visited = entries.map(({ url }) => url).filter((url) => url !== 'about:blank')
  expect(visited).toEqual([new URL('/', address).href])
})

test('the address without its token says so and shows nothing else', async ({ page, app }) => {
  const stranger = await page.context().newPage()
  const answers: number[] = []
  stranger.on('response', (response) => {
    if (response.url().includes('/api/')) answers.push(response.status())
  })
  await stranger.goto(new URL('/', app.address).href)
  await expect(stranger.getByRole('alert')).toContainText('address')
  expect(answers.every((status) => status === 401)).toBe(true)
  await expect(stranger.getByRole('button')).toHaveCount(0)
})

test('what does not come of the page says so, takes nothing else with it, and is fetched again when asked', async ({
  page,
  app,
}) => {
  const second = await page.context().newPage()
  let refused = 0
  await second.route(SHORTCUTS, async (route) => {
    await route.abort()
    refused += 1
  })
  await second.goto(app.address ?? '')
  await expect(second.getByRole('heading', heading)).toBeVisible()
  // Fetched ahead in vain, of which nobody is told.
  await expect.poll(() => refused).toBe(1)
  await second.keyboard.press('Shift+Slash')
  const dialog = second.getByRole('dialog')
  await expect(dialog).toContainText('could not be loaded')
  await expect(second.getByRole('heading', { ...heading, includeHidden: true })).toBeVisible()
  await second.unroute(SHORTCUTS)
  await dialog.getByRole('button', { name: 'Load it again' }).click()
  await expect(dialog).toContainText('Keyboard shortcuts')
})

test('row 30: a page under a rebound name gets nothing', async ({ app }) => {
  const browser = await launchChromium(['--host-resolver-rules=MAP rebind.test 127.0.0.1'])
  try {
    const page = await browser.newPage()
    const { port } = new URL(app.address ?? '')
    const answered = page.waitForEvent('response')
    // Chromium calls an answer without a body a failed navigation.
    await page.goto(`http://rebind.test:${port}/`).catch(() => undefined)
    const response = await answered
    expect([response.status(), response.headers()['content-length']]).toEqual([403, '0'])
  } finally {
    await browser.close()
  }
})

test('row 31: a page on another port reaches neither calls nor events', async ({ app }) => {
  const attacker = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>attacker</title>')
  })
  await new Promise<void>((done) => attacker.listen(0, '127.0.0.1', done))
  const browser = await launchChromium()
  try {
    const context = await browser.newContext()
    // The user's own session is in the same browser: it must not come along.
    const own = await context.newPage()
    await own.goto(app.address ?? '')
    await expect(own.getByRole('heading', heading)).toBeVisible()
    const page = await context.newPage()
    await page.goto(`http://127.0.0.1:${(attacker.address() as AddressInfo).port}/`)
    const target = new URL('/', app.address).href
    const outcome = await page.evaluate(async (to) => {
      const asked = await fetch(`${to}api/call/hostInfo`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: '{}',
      }).then(
        (response) => response.status,
        () => 'refused',
      )
      const socket = new WebSocket(`${to.replace('http', 'ws')}api/events`)
      const opened = await new Promise((done) => {
        socket.onopen = () => done('opened')
        socket.onerror = () => done('refused')
      })
      const framed = await new Promise((done) => {
        const frame = document.createElement('iframe')
        frame.onload = () => {
          try {
            done(frame.contentDocument === null ? 'empty' : 'readable')
          } catch {
            done('empty')
          }
        }
        frame.src = to
        document.body.append(frame)
      })
      return [asked, opened, framed]
    }, target)
    expect(outcome).toEqual(['refused', 'refused', 'empty'])
  } finally {
    await browser.close()
    attacker.close()
  }
})
