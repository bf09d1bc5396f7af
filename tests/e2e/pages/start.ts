/** The start page. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words'

const GROUPS = ['scenarios', 'reliable', 'studies', 'styles'] as const

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
    const [first, ...others] = GROUPS.map((group) =>
      this.page.getByRole('region', { name: this.say(`start:templates.${group}`), exact: true }),
    )
    if (first === undefined) throw new Error('no groups')
    return others.reduce((all, group) => all.or(group), first).getByRole('button')
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
