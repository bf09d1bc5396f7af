/** Undo and redo, by the buttons that say whether there is anything. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words'

type Way = 'undo' | 'redo'

const STEPS_MAX = 100

export class History {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
  ) {}

  /** The button while it can be pressed. */
  button(way: Way): Locator {
    return this.page.getByRole('button', { name: this.say(`commands:edit.${way}`), exact: true })
  }

  async undo(): Promise<void> {
    await this.button('undo').click()
  }

  async redo(): Promise<void> {
    await this.button('redo').click()
  }

  /** As often as there is something; says how often that was. */
  async all(way: Way): Promise<number> {
    let steps = 0
    // A button that cannot be pressed has another name, which says why.
    while ((await this.button(way).count()) > 0) {
      if (steps > STEPS_MAX) throw new Error(`${way} has no end`)
      await this.button(way).press('Enter')
      steps += 1
    }
    return steps
  }

  async expectNothing(way: Way): Promise<void> {
    await expect(this.button(way)).toHaveCount(0)
  }
}
