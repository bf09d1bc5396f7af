/** What somebody has done at drills, and drills that were brought: files among the settings, saved as scenarios are. */
import { mkdirSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { failed, reasonOf } from '../host-problem'
import { saveFile } from './save-file'

const ENDINGS = { session: '.session.json', drill: '.drill.json' } as const
type Kept = keyof typeof ENDINGS

export class DrillSessions {
  private readonly folder: string

  constructor(private readonly settingsFolder: string) {
    this.folder = join(settingsFolder, 'drills')
  }

  /** The text of each by the id of its drill; what cannot be read is left out. */
  async list(kept: Kept): Promise<readonly { id: string; text: string }[]> {
    const ending = ENDINGS[kept]
    const names = (await readdir(this.folder).catch(() => [])).sort()
    const read = names
      .filter((name) => name.endsWith(ending))
      .map(async (name) => {
        const text = await readFile(join(this.folder, name), 'utf8').catch(() => undefined)
        return text === undefined ? [] : [{ id: name.slice(0, -ending.length), text }]
      })
    return (await Promise.all(read)).flat()
  }

  /** @param id checked by the contract: a plain word, never a path. */
  async keep(kept: Kept, id: string, text: string): Promise<Outcome<Record<string, never>>> {
    this.makeFolder()
    const saved = await saveFile({
      path: join(this.folder, `${id}${ENDINGS[kept]}`),
      bytes: Buffer.from(text),
      expected: { on: 'anything' },
      keepFolder: this.settingsFolder,
    })
    return saved.ok ? { ok: true, value: {} } : saved
  }

  /** @param id as for keep. What is not there is removed already. */
  async remove(kept: Kept, id: string): Promise<Outcome<Record<string, never>>> {
    const name = `${id}${ENDINGS[kept]}`
    try {
      await rm(join(this.folder, name), { force: true })
    } catch (error) {
      return failed('host/not-removed', { name, reason: reasonOf(error) })
    }
    return { ok: true, value: {} }
  }

  /** At once: in a wait before the save a later one could overtake. Where it cannot be made the save says why. */
  private makeFolder(): void {
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 })
    } catch {}
  }
}
