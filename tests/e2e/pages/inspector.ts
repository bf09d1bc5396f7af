/** The inspector: fields of what is selected, handlers and their actions, and the step at hand in a run. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words'

export class Inspector {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
  ) {}

  get panel(): Locator {
    return this.page.getByRole('complementary', { name: this.say('inspector:inspector') })
  }

  get heading(): Locator {
    return this.panel.getByRole('heading', { level: 2 })
  }

  /** A text by the key of its name: `name`, `option.save`. */
  field(key: string): Locator {
    return this.panel.getByRole('textbox', { name: this.say(`inspector:${key}`), exact: true })
  }

  toggle(key: string): Locator {
    return this.panel.getByRole('switch', { name: this.say(`inspector:${key}`) })
  }

  button(key: string): Locator {
    return this.panel.getByRole('button', { name: this.say(`inspector:${key}`), exact: true })
  }

  /** What the handlers shown do, in order. */
  async actions(): Promise<readonly string[]> {
    return this.panel.locator('.action-words').allTextContents()
  }

  async expectActions(...words: readonly (string | RegExp)[]): Promise<void> {
    await expect(this.panel.locator('.action-words')).toHaveText([...words])
  }

  /** By the sentence that it reads as. */
  actionRow(words: string): Locator {
    return this.panel.locator('.action').filter({ hasText: words })
  }

  /** Shows the options of an action. */
  async open(words: string): Promise<void> {
    const row = this.actionRow(words).getByRole('button', { expanded: false })
    await row.click()
  }

  /** What an action is moved by. */
  grip(words: string): Locator {
    const name = this.say('inspector:action.move', { name: words })
    return this.panel.getByRole('button', { name, exact: true })
  }

  async addAction(kind: string): Promise<void> {
    await this.button('action.add').click()
    const name = this.say(`inspector:action.${kind}`)
    await this.page.getByRole('menuitem').filter({ hasText: name }).first().click()
  }
}
