/** Presses the keys of commands as the table has them, and keeps count of which were pressed. */
import type { Page } from '@playwright/test'
import { COMMAND_TABLE, type CommandId } from '../../../src/shared/commands/command-table'

export class KeyPresses {
  private readonly made = new Set<string>()

  constructor(private readonly page: Page) {}

  async press(id: CommandId, which = 0): Promise<void> {
    const keys: readonly string[] = COMMAND_TABLE[id].keys
    const binding = keys[which]
    if (binding === undefined) throw new Error(`${id} has no such keys`)
    this.made.add(`${id} ${binding}`)
    await this.page.keyboard.press(pressed(binding))
  }

  /** Once by each of its keys, and after each what is to be seen then. */
  async each(id: CommandId, then: (which: number) => Promise<void>): Promise<void> {
    for (const which of COMMAND_TABLE[id].keys.keys()) {
      await this.press(id, which)
      await then(which)
    }
  }

  /** Bindings of these commands that nobody pressed. */
  missing(ids: readonly CommandId[]): readonly string[] {
    return ids
      .flatMap((id) => COMMAND_TABLE[id].keys.map((binding) => `${id} ${binding}`))
      .filter((one) => !this.made.has(one))
  }
}

/** A binding as Playwright writes it: a letter without Shift is a small one. */
function pressed(binding: string): string {
  return binding
    .split(/\+(?=.)/)
    .map((part) => (part === 'Mod' ? 'ControlOrMeta' : part))
    .map((part) => (/^[A-Z]$/.test(part) ? part.toLowerCase() : part))
    .join('+')
}
