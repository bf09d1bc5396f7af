/** The files opened or saved lately, kept as JSON among the settings. A damaged list is set aside, never fatal. */
import { mkdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from '../../shared/scenario/zod'
import { saveFile } from './save-file'

const RECENTS_MAX = 20

const schema = z.strictObject({
  version: z.literal(1),
  files: z.array(z.strictObject({ path: z.string().min(1) })).max(1_000),
})

export class Recents {
  private readonly path: string
  private waiting: Promise<unknown> = Promise.resolve()

  constructor(private readonly settingsFolder: string) {
    this.path = join(settingsFolder, 'recent.json')
  }

  /** Paths, the latest first, whether or not the files are still there. */
  async list(): Promise<readonly string[]> {
    await this.waiting
    return this.read()
  }

  /**
   * Puts a file first. A list that cannot be written costs the user nothing but the entry, so that a full
   * disk does not stand in the way of opening a file.
   */
  async note(path: string): Promise<void> {
    const turn = this.waiting.then(async () => {
      const others = (await this.read()).filter((other) => other !== path)
      await this.write([path, ...others].slice(0, RECENTS_MAX))
    })
    this.waiting = turn.catch(() => undefined)
    await this.waiting
  }

  private async read(): Promise<readonly string[]> {
    let text: string
    try {
      text = await readFile(this.path, 'utf8')
    } catch {
      return []
    }
    const parsed = schema.safeParse(parseJson(text))
    if (parsed.success) return parsed.data.files.map((file) => file.path)
    await rename(this.path, `${this.path}.corrupt`).catch(() => undefined)
    return []
  }

  private async write(paths: readonly string[]): Promise<void> {
    await mkdir(this.settingsFolder, { recursive: true, mode: 0o700 })
    const content = { version: 1, files: paths.map((path) => ({ path })) }
    await saveFile({
      path: this.path,
      bytes: Buffer.from(`${JSON.stringify(content, null, 2)}\n`),
      expected: { on: 'anything' },
      keepFolder: this.settingsFolder,
    })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
