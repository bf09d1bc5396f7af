/**
 * A small JSON file of Dryrun's own, among the settings: written by the saver that scenarios are written by.
 * What cannot be understood is set aside under another name and never lost, and the defaults take its place.
 */
import { mkdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { z } from '../../shared/scenario/zod'
import { inTurn } from './in-turn'
import { saveFile } from './save-file'

interface StoreParts<Content> {
  readonly path: string
  /** Of everything but the version, which is 1 and stands beside it. */
  readonly schema: z.ZodType<Content>
  readonly empty: Content
  /** Told when a file was set aside. */
  onCorrupt?(): void
}

const versioned = z.looseObject({ version: z.literal(1) })

export class OwnStore<Content extends object> {
  constructor(private readonly parts: StoreParts<Content>) {}

  read(): Promise<Content> {
    return this.inTurn(() => this.readNow())
  }

  /**
   * Changes what is there by `change`. A disk that takes nothing costs the change and nothing more, so that
   * it does not stand in the way of what the user was doing; whoever wants to say so is told why.
   */
  update(change: (content: Content) => Content): Promise<Outcome<Record<string, never>>> {
    return this.inTurn(async () => {
      const content = change(await this.readNow())
      const { path } = this.parts
      await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(() => undefined)
      const saved = await saveFile({
        path,
        bytes: Buffer.from(`${JSON.stringify({ version: 1, ...content }, null, 2)}\n`),
        expected: { on: 'anything' },
        keepFolder: dirname(path),
      })
      return saved.ok ? { ok: true, value: {} } : saved
    })
  }

  private async readNow(): Promise<Content> {
    let text: string
    try {
      text = await readFile(this.parts.path, 'utf8')
    } catch {
      return this.parts.empty
    }
    const content = this.understood(text)
    if (content !== undefined) return content
    await rename(this.parts.path, `${this.parts.path}.corrupt-${Date.now()}`).catch(() => undefined)
    this.parts.onCorrupt?.()
    return this.parts.empty
  }

  private understood(text: string): Content | undefined {
    try {
      const { version: _, ...rest } = versioned.parse(JSON.parse(text))
      return this.parts.schema.parse(rest)
    } catch {
      return undefined
    }
  }

  private inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    return inTurn(`own ${this.parts.path}`, task)
  }
}
