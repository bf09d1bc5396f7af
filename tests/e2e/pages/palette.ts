/** The palette, and the three ways from it to the board. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Board, Point } from './board'
import type { Words } from './words'

export class Palette {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
    private readonly board: Board,
  ) {}

  item(name: string): Locator {
    const palette = this.page.getByRole('navigation', { name: this.say('app:palette') })
    return palette.getByRole('button', { name, exact: true })
  }

  /** Places are of the board's frame, and where the middle of the thing will be. */
  async drag(name: string, to: Point): Promise<void> {
    await this.item(name).dragTo(this.board.frame, { targetPosition: to })
  }

  async clickClick(name: string, to: Point): Promise<void> {
    await this.item(name).click()
    await expect(this.item(name)).toHaveAttribute('aria-pressed', 'true')
    await this.board.clickAt(to)
  }

  /** With arrow keys alone; it comes to the middle of the view. */
  async byKeys(name: string): Promise<void> {
    const wanted = this.item(name)
    // The board comes first, and the palette beside it a moment later.
    await expect(wanted).toBeVisible()
    const items = this.page.getByRole('navigation').locator('button')
    const names = await items.allTextContents()
    await items.and(this.page.locator('[tabindex="0"]')).focus()
    await this.page.keyboard.press('Home')
    for (let at = names.indexOf(name); at > 0; at -= 1) {
      await this.page.keyboard.press('ArrowDown')
    }
    await expect(wanted).toBeFocused()
    await this.page.keyboard.press('Enter')
  }
}
