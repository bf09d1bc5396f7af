/** The run: its bar, its steps, its sequence, its promises, and what the inspector says of a step. */
import { expect, type Locator, type Page } from '@playwright/test'
import { startingWith, type Words } from './words'

/** No run of a built-in scenario is as long. */
const STEPS_MAX = 120

export class Run {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
  ) {}

  get slider(): Locator {
    return this.page.getByRole('slider', { name: this.say('run:scrubber') })
  }

  get modes(): Locator {
    return this.page.getByRole('group', { name: this.say('app:mode'), exact: true })
  }

  async start(): Promise<void> {
    await this.modes.getByRole('button', { name: this.say('app:mode.run'), exact: true }).click()
  }

  async edit(): Promise<void> {
    await this.modes.getByRole('button', { name: this.say('app:mode.edit'), exact: true }).click()
  }

  button(action: 'first' | 'back' | 'play' | 'pause' | 'forward' | 'last'): Locator {
    const name = this.say(`run:transport.${action}`)
    return this.page.getByRole('button', { name, exact: true })
  }

  async expectAt(position: number): Promise<void> {
    await expect(this.slider).toHaveAttribute('aria-valuenow', String(position))
  }

  async position(): Promise<number> {
    return Number(await this.slider.getAttribute('aria-valuenow'))
  }

  /** Presses → until the step at hand reads like `sentence`. */
  async stepTo(sentence: string): Promise<void> {
    for (let pressed = 0; pressed < STEPS_MAX; pressed += 1) {
      const told = await this.slider.getAttribute('aria-valuetext')
      if (told?.endsWith(`. ${sentence}`)) return
      const before = await this.position()
      await this.page.keyboard.press('ArrowRight')
      await this.expectAt(before + 1)
    }
    throw new Error(`no step reads "${sentence}"`)
  }

  get steps(): Locator {
    return this.page.getByRole('list', { name: this.say('run:steps'), exact: true })
  }

  step(sentence: string): Locator {
    return this.steps.getByRole('listitem').filter({ hasText: sentence })
  }

  /** The row at which the run stands. */
  get current(): Locator {
    return this.steps.locator('[aria-current="step"]')
  }

  tab(view: 'steps' | 'sequence' | 'state' | 'promises' | 'review'): Locator {
    // A count may stand behind the words.
    return this.page.getByRole('tab', { name: startingWith(this.say(`app:view.${view}`)) })
  }

  get sequence(): Locator {
    return this.page.getByRole('img', { name: startingWith(this.say('run:sequence')) })
  }

  /** Stored rows and effects of an order, in the state view. */
  order(order: string): Locator {
    return this.page
      .getByRole('region', { name: this.say('run:state.orders'), exact: true })
      .locator('.state-line')
      .filter({ hasText: order })
  }

  /** The button of the branches, while there are so many. */
  branches(count: number): Locator {
    return this.page.getByRole('button', { name: this.say('run:branches', { count }), exact: true })
  }

  promise(title: string): Locator {
    return this.page
      .getByRole('tabpanel', { name: this.say('app:view.promises') })
      .getByRole('listitem')
      .filter({ hasText: title })
  }

  promiseSign(title: string, status: 'holds' | 'violated' | 'breaks-later' | 'undecided'): Locator {
    return this.promise(title).getByRole('img', { name: this.say(`run:promise.status.${status}`) })
  }

  /** A fault or another order of things, from the menu of the service. */
  async choose(service: Locator, choice: string): Promise<void> {
    await service.click({ button: 'right' })
    await this.page.getByRole('menuitem', { name: choice, exact: true }).click()
  }
}
