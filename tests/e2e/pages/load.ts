/** Load: the dialog that sends very many orders, and what it measured of each service. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words'

export class Load {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
  ) {}

  /** Loads at once, unless it is known already. */
  async show(): Promise<void> {
    await this.page.keyboard.press('Alt+Shift+R')
    await expect(this.dialog).toBeVisible()
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.say('load:title'), exact: true })
  }

  get verdict(): Locator {
    return this.dialog.locator('.load-verdict > strong')
  }

  async setRate(rate: number): Promise<void> {
    await this.field(this.say('load:rate')).fill(String(rate))
  }

  async setWorkers(name: string, workers: number): Promise<void> {
    await this.field(this.say('load:workersOf', { name })).fill(String(workers))
  }

  async again(): Promise<void> {
    await this.dialog.getByRole('button', { name: this.say('load:again'), exact: true }).click()
    await expect(this.dialog.getByText(this.say('load:outdated'))).toBeHidden()
  }

  private field(name: string): Locator {
    return this.dialog.getByRole('textbox', { name, exact: true })
  }
}
