/** The files opened or saved lately, latest first. */
import { join } from 'node:path'
import { z } from '../../shared/scenario/zod'
import { OwnStore } from './own-store'

const RECENTS_MAX = 20

const schema = z.strictObject({
  files: z.array(z.strictObject({ path: z.string().min(1) })).max(1_000),
})

export class Recents {
  private readonly store: OwnStore<z.infer<typeof schema>>

  constructor(settingsFolder: string) {
    const path = join(settingsFolder, 'recent.json')
    this.store = new OwnStore({ path, schema, empty: { files: [] } })
  }

  /** Paths, the latest first, whether or not the files are still there. */
  async list(): Promise<readonly string[]> {
    const { files } = await this.store.read()
    return files.map(({ path }) => path)
  }

  /** Puts a file first. */
  async note(path: string): Promise<void> {
    await this.store.update(({ files }) => {
      const others = files.filter((other) => other.path !== path)
      return { files: [{ path }, ...others].slice(0, RECENTS_MAX) }
    })
  }
}
