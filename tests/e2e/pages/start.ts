/** The start page. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words'

export class Start {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
  ) {}

  get newBoardButton(): Locator {
    return this.page.getByRole('button', { name: this.say('start:new'), exact: true })
  }

  /** The built-in scenarios. */
  get templates(): Locator {
    const all = this.page.getByRole('region', { name: this.say('start:templates') })
    return all.getByRole('button')
  }

  template(title: string): Locator {
    return this.templates.filter({ has: this.page.getByRole('img', { name: title, exact: true }) })
  }

  async newBoard(): Promise<void> {
    await this.newBoardButton.click()
    await expect(this.title).toBeVisible()
  }

  async openTemplate(title: string): Promise<void> {
    await this.template(title).click()
    await expect(this.title).toHaveValue(title)
  }

  /** The title of what is open. */
  get title(): Locator {
    return this.page.getByRole('textbox', { name: this.say('app:title'), exact: true })
  }
}
