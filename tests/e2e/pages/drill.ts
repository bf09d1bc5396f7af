/** A drill: its place on the start page, its panel, the board beside it. */
import { expect, type Locator, type Page } from '@playwright/test'
import { startingWith, type Words } from './words'

export class DrillPage {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
  ) {}

  get list(): Locator {
    const name = startingWith(this.say('drills:list.title'))
    return this.page.getByRole('region', { name })
  }

  row(title: string): Locator {
    return this.list.getByRole('button', { name: startingWith(title) })
  }

  get panel(): Locator {
    return this.page.getByRole('region', { name: this.say('drills:panel'), exact: true })
  }

  get timer(): Locator {
    return this.panel.getByRole('timer')
  }

  button(key: string, values?: Record<string, string | number>): Locator {
    return this.panel.getByRole('button', { name: this.say(`drills:${key}`, values), exact: true })
  }

  async begin(title: string): Promise<void> {
    await this.row(title).click()
    await expect(this.panel.getByRole('heading', { name: title, exact: true })).toBeVisible()
  }

  async openTab(tab: 'question' | 'result' | 'model' | 'interviewer'): Promise<void> {
    const name = startingWith(this.say(`drills:tab.${tab}`))
    await this.panel.getByRole('tab', { name }).click()
  }

  /** A check of the result by its title, and how it ended. */
  check(title: string): Locator {
    return this.panel.getByRole('listitem').filter({ hasText: title })
  }

  async expectCheck(title: string, status: 'passed' | 'failed' | 'skipped'): Promise<void> {
    await expect(this.check(title).first()).toHaveAttribute('data-status', status)
  }
}
