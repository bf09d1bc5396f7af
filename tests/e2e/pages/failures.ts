/** Find failures: the dialog that searches, how far it is, and what it found. */
import { expect, type Locator, type Page } from '@playwright/test'
import type { Words } from './words'

export class Failures {
  constructor(
    private readonly page: Page,
    private readonly say: Words,
  ) {}

  /** Searches at once, unless it is answered already. */
  async find(): Promise<void> {
    await this.page.keyboard.press('ControlOrMeta+Shift+F')
    await expect(this.dialog).toBeVisible()
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog', { name: this.say('explore:title'), exact: true })
  }

  get progress(): Locator {
    return this.dialog.getByRole('region', { name: this.say('explore:progress'), exact: true })
  }

  /** How many states there are by now. */
  async states(): Promise<number> {
    const text = (await this.progress.getByRole('definition').first().textContent()) ?? ''
    return Number(text.replace(/\D/g, ''))
  }

  button(name: 'again' | 'find' | 'cancel' | 'close'): Locator {
    return this.dialog.getByRole('button', { name: this.say(`explore:${name}`), exact: true })
  }

  /** One more of a kind of fault, or of orders at once. */
  async more(what: 'fault.crash' | 'fault.duplicate' | 'keys'): Promise<void> {
    const label = this.say(`explore:${what}`)
    const name = this.say('explore:more', { label })
    await this.dialog.getByRole('button', { name, exact: true }).click()
  }

  promise(title: string): Locator {
    return this.dialog.getByRole('listitem').filter({ hasText: title })
  }

  async watch(title: string): Promise<void> {
    const name = this.say('explore:watch.about', { title })
    await this.dialog.getByRole('button', { name, exact: true }).click()
    await expect(this.dialog).toBeHidden()
  }
}
