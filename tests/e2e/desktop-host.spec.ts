import { expect, test } from './support/app'

test('the window is sandboxed, isolated and without node', async ({ app }) => {
  test.skip(process.env.ELECTRON !== undefined, 'only the stand-in keeps the options')
  const preferences = await app.electron?.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const { webPreferences } = (window as unknown as { options: { webPreferences: object } })
      .options
    return webPreferences
  })
  expect(preferences).toEqual({
    preload: expect.stringMatching(/out.preload.preload\.cjs$/),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  })
})

test('the page has the bridge and nothing of Electron or node', async ({ page }) => {
  const reach = await page.evaluate(() => ({
    bridge: Object.keys(window.dryrun ?? {}),
    frozen: Object.isFrozen(window.dryrun),
    others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  }))
  expect(reach).toEqual({ bridge: ['call', 'onEvent'], frozen: true, others: [] })
})

test('the page neither leaves nor opens another', async ({ page, app }) => {
  const before = page.url()
  await page.evaluate(() => {
    location.href = `${location.origin}/elsewhere`
    window.open('about:blank')
  })
  await page.waitForTimeout(500)
  expect(page.url()).toBe(before)
  expect(app.electron?.windows()).toHaveLength(1)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a wrong call comes back as a problem', async ({ page }) => {
  const reply = await page.evaluate(() => window.dryrun?.call('exec', { command: 'ls' }))
  expect(reply).toMatchObject({ reply: 'refused', problem: { code: 'host/unknown-call' } })
})

test('the native menu reaches the page', async ({ page, app }) => {
  await app.electron?.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('file.new')?.click()
  })
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0)
})
