import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from './support/app'

const TEMPLATES = resolve(import.meta.dirname, '../../resources/templates')
const TITLE = { name: 'Title of the scenario' } as const

test('row 1: every window is sandboxed, isolated and without node', async ({ app }) => {
  test.skip(process.env.ELECTRON !== undefined, 'only the stand-in keeps the options')
  const second = app.electron?.waitForEvent('window')
  await app.electron?.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('file.newWindow')?.click()
  })
  await second
  const preferences = await app.electron?.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const { webPreferences } = (window as unknown as { options: { webPreferences: object } })
        .options
      return webPreferences
    }),
  )
  const secure = {
    preload: expect.stringMatching(/out.preload.preload\.cjs$/),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    spellcheck: false,
  }
  expect(preferences).toEqual([secure, secure])
})

test('the page has the bridge and nothing of Electron or node', async ({ page }) => {
  const reach = await page.evaluate(() => ({
    bridge: Object.keys(window.dryrun ?? {}),
    frozen: Object.isFrozen(window.dryrun),
    others: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  }))
  expect(reach).toEqual({ bridge: ['call', 'onEvent', 'openDropped'], frozen: true, others: [] })
})

test('row 3: the page neither leaves nor opens another', async ({ page, app }) => {
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

test('a second start opens its file in a window with nothing to lose, and another file in a new one', async ({
  page,
  app,
}) => {
  const file = join(TEMPLATES, 'five-services.dryrun.json')
  await app.electron?.evaluate(({ app: own }, path) => {
    own.emit('second-instance', {}, ['electron', path], '/')
  }, file)
  await expect(page.getByRole('textbox', TITLE)).toHaveValue('Five services')
  expect(app.electron?.windows()).toHaveLength(1)
  const again = (name: string) =>
    app.electron?.evaluate(
      ({ app: own }, path) => void own.emit('second-instance', {}, ['electron', path], '/'),
      join(TEMPLATES, name),
    )
  const opened = app.electron?.waitForEvent('window')
  await again('orchestrated.dryrun.json')
  const second = await opened
  await expect(second?.getByRole('textbox', TITLE) ?? page.locator('none')).toBeVisible()
  await expect(page.getByRole('textbox', TITLE)).toHaveValue('Five services')
  // A file that is open is shown where it is.
  await again('five-services.dryrun.json')
  expect(app.electron?.windows()).toHaveLength(2)
})

test('closing with unsaved work asks, and "save" saves before the window goes', async ({
  page,
  app,
  userFolder,
}) => {
  const path = join(userFolder, 'kept.dryrun.json')
  await page.getByRole('img', { name: 'Three services', exact: true }).click()
  await page.getByRole('textbox', TITLE).fill('Kept at the last moment')
  await app.chooseToSave(path)
  const closed = page.waitForEvent('close')
  await app.electron?.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false })
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await closed
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
    title: { en: 'Kept at the last moment' },
  })
})

test('closing with unsaved work and "cancel" keeps the window', async ({ page, app }) => {
  await page.getByRole('img', { name: 'Three services', exact: true }).click()
  await page.getByRole('textbox', TITLE).fill('Not yet')
  const asked = await app.electron?.evaluate(async ({ BrowserWindow, dialog }) => {
    const question = new Promise<unknown>((done) => {
      dialog.showMessageBox = async (...given: unknown[]) => {
        done(given.at(-1))
        return { response: 2, checkboxChecked: false }
      }
    })
    BrowserWindow.getAllWindows()[0]?.close()
    return question
  })
  expect(asked).toMatchObject({
    message: 'Save the changes to Not yet?',
    buttons: ['Save', "Don't save", 'Cancel'],
  })
  await expect(page.getByRole('textbox', TITLE)).toHaveValue('Not yet')
})

test('a file that is asked for while a dialog is open waits for the answer', async ({
  page,
  app,
}) => {
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await app.electron?.evaluate(
    ({ app: own }, path) => {
      own.emit('second-instance', {}, ['electron', path], '/')
    },
    join(TEMPLATES, 'five-services.dryrun.json'),
  )
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('textbox', TITLE)).toHaveValue('Five services')
})

test('"don\'t save" leaves nothing to be recovered', async ({ page, app, launch }) => {
  await page.getByRole('img', { name: 'Three services', exact: true }).click()
  await page.getByRole('textbox', TITLE).fill('Not wanted')
  const closed = page.waitForEvent('close')
  await app.electron?.evaluate(({ BrowserWindow, dialog }) => {
    dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
    BrowserWindow.getAllWindows()[0]?.close()
  })
  await closed
  const again = await launch()
  await expect(again.page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(again.page.getByText('Not wanted')).toHaveCount(0)
})
