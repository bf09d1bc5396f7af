/** What pages keep between starts: by key, as text whose meaning is the page's. The host only keeps it. */
import { join } from 'node:path'
import { z } from '../../shared/scenario/zod'
import { OwnStore } from './own-store'

const KEYS_MAX = 200
const preferenceValues = z.record(z.string().max(100), z.string().max(64 * 1024))

const schema = z.strictObject({ values: preferenceValues })

export class Preferences {
  private readonly store: OwnStore<z.infer<typeof schema>>

  constructor(settingsFolder: string, onCorrupt: () => void) {
    const path = join(settingsFolder, 'settings.json')
    this.store = new OwnStore({ path, schema, empty: { values: {} }, onCorrupt })
  }

  async read(): Promise<Readonly<Record<string, string>>> {
    return (await this.store.read()).values
  }

  /** Other keys stay: another window may have changed them. */
  async change(changes: Readonly<Record<string, string>>): Promise<void> {
    await this.store.update(({ values }) => {
      const all = Object.entries({ ...values, ...changes })
      return { values: Object.fromEntries(all.slice(-KEYS_MAX)) }
    })
  }
}
