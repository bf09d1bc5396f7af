/** Cards: their place on the start page, and the screen on which they are leafed through. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { OpenedApp } from '../support/opened-app'
import { startingWith, type Words } from './words'

export class CardsPage {
  private readonly page: Page

  constructor(
    private readonly app: OpenedApp,
    private readonly say: Words,
  ) {
    this.page = app.page
  }

  /** The section on the start page. */
  get section(): Locator {
    return this.page.getByRole('region', { name: startingWith(this.say('cards:list.title')) })
  }

  /** A deck, on the start page or at the side. */
  deck(title: string): Locator {
    const decks = this.page.getByRole('navigation', { name: this.say('cards:decks') })
    return this.section.or(decks).getByRole('button', { name: startingWith(title) })
  }

  get card(): Locator {
    return this.page.getByRole('article', { name: this.say('cards:card'), exact: true })
  }

  get question(): Locator {
    return this.card.getByRole('heading', { level: 2 })
  }

  get done(): Locator {
    return this.page.getByRole('region', { name: this.say('cards:done.title'), exact: true })
  }

  button(key: string, values?: Record<string, string | number>): Locator {
    return this.page.getByRole('button', { name: this.say(`cards:${key}`, values), exact: true })
  }

  rating(rated: 'again' | 'hard' | 'good' | 'easy'): Locator {
    return this.card.getByRole('button', { name: startingWith(this.say(`cards:rate.${rated}`)) })
  }

  /** Shows the answer by the keyboard, and rates by it. */
  async rate(key: '1' | '2' | '3' | '4'): Promise<void> {
    await expect(this.rating('good')).toHaveCount(0)
    await this.page.keyboard.press('Space')
    await expect(this.rating('good')).toBeVisible()
    await this.page.keyboard.press(key)
  }

  async importFile(path: string): Promise<void> {
    await this.app.chooseToOpen(path)
    if (this.app.electron !== undefined) return this.button('import').click()
    const chosen = this.page.waitForEvent('filechooser')
    await this.button('import').click()
    await (await chosen).setFiles(path)
  }
}
