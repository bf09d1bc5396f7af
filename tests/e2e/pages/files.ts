/** Opening and saving by the ways a host has: its own dialogs, or the page's. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, type Locator } from '@playwright/test'
import type { OpenedApp } from '../support/opened-app'
import type { Words } from './words'

const FILE_STATES = ['saved', 'unsaved', 'noFile', 'readOnly', 'gone', 'follows'] as const
type FileState = (typeof FILE_STATES)[number]

export class Files {
  constructor(
    private readonly app: OpenedApp,
    private readonly say: Words,
    readonly folder: string,
  ) {}

  get state(): Locator {
    const states = FILE_STATES.map((one) => this.say(`app:saved.${one}`))
    const any = new RegExp(`^(${states.join('|')})$`)
    return this.app.page.getByRole('banner').getByRole('status').filter({ hasText: any })
  }

  async expectState(state: FileState): Promise<void> {
    await expect(this.state).toHaveText(this.say(`app:saved.${state}`))
  }

  /** Saves under a name in the folder of the user. */
  async saveAs(name: string): Promise<void> {
    await this.askToSaveAs(name)
    await this.expectState('saved')
  }

  /** Tries to save under a name in a folder that will not have it; the reason says so much of why. */
  async failToSaveAs(name: string, why: string): Promise<void> {
    await this.askToSaveAs(name)
    const { page } = this.app
    const dialogs = page.getByRole('dialog')
    const said = this.app.electron === undefined ? dialogs.getByRole('alert') : dialogs
    await expect(said).toContainText(why)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }

  private async askToSaveAs(name: string): Promise<void> {
    const { page } = this.app
    await this.app.chooseToSave(join(this.folder, name))
    await page.keyboard.press('ControlOrMeta+Shift+S')
    if (this.app.electron === undefined) {
      const dialog = page.getByRole('dialog', { name: this.say('app:saveAs.title') })
      await dialog.getByRole('textbox', { name: this.say('app:saveAs.name') }).fill(name)
      await dialog.getByRole('button', { name: this.say('app:save'), exact: true }).click()
    }
  }

  /** Saves where it is kept already, and reads what the disk then has. */
  async saved(name: string): Promise<string> {
    await this.app.page.keyboard.press('ControlOrMeta+S')
    await this.expectState('saved')
    return readFile(join(this.folder, name), 'utf8')
  }

  /** Opens a file of this computer. */
  async open(path: string): Promise<void> {
    const { page } = this.app
    await this.app.chooseToOpen(path)
    if (this.app.electron !== undefined) {
      await page.keyboard.press('ControlOrMeta+O')
      return
    }
    await page.keyboard.press('ControlOrMeta+O')
    const chosen = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: this.say('app:open.fromComputer') }).click()
    await (await chosen).setFiles(path)
  }

  /** Drops a file on the window, as from a file manager. */
  async drop(path: string): Promise<void> {
    const { page } = this.app
    // Chosen first, since only a file that the browser itself took from the disk knows where it lies.
    await page.evaluate(() => {
      const input = Object.assign(document.createElement('input'), { type: 'file', id: 'to-drop' })
      document.body.append(input)
    })
    await page.locator('#to-drop').setInputFiles(path)
    await page.evaluate(() => {
      const input = document.getElementById('to-drop')
      const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined
      input?.remove()
      if (!file) throw new Error('nothing was chosen')
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(file)
      const drop = { dataTransfer, bubbles: true, cancelable: true }
      document.body.dispatchEvent(new DragEvent('dragover', drop))
      document.body.dispatchEvent(new DragEvent('drop', drop))
    })
  }

  async dropBytes(fileName: string, content: Buffer): Promise<void> {
    await this.app.page.evaluate(
      ([name, base64]) => {
        const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(new File([bytes], name))
        const drop = { dataTransfer, bubbles: true, cancelable: true }
        document.body.dispatchEvent(new DragEvent('dragover', drop))
        document.body.dispatchEvent(new DragEvent('drop', drop))
      },
      [fileName, content.toString('base64')] as const,
    )
  }
}
