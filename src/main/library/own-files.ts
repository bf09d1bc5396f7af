/** What somebody has done at drills, and drills and decks that were brought: files among the settings, saved as scenarios are. */
import { mkdirSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import { DECK_ENDING } from '../../shared/cards/deck'
import { DRILL_ENDING } from '../../shared/drills/drill'
import { failed, reasonOf } from '../host-problem'
import { saveFile } from './save-file'

const KINDS = {
  session: { folder: 'drills', ending: '.session.json' },
  drill: { folder: 'drills', ending: DRILL_ENDING },
  deck: { folder: 'decks', ending: DECK_ENDING },
} as const
type Kept = keyof typeof KINDS

export class OwnFiles {
  constructor(private readonly settingsFolder: string) {}

  /** The text of each by the id of its drill or deck; what cannot be read is left out. */
  async list(kept: Kept): Promise<readonly { id: string; text: string }[]> {
    const { ending } = KINDS[kept]
    const folder = this.folderOf(kept)
    const names = (await readdir(folder).catch(() => [])).sort()
    const read = names
      .filter((name) => name.endsWith(ending))
      .map(async (name) => {
        const text = await readFile(join(folder, name), 'utf8').catch(() => undefined)
        return text === undefined ? [] : [{ id: name.slice(0, -ending.length), text }]
      })
    return (await Promise.all(read)).flat()
  }

  /** @param id checked by the contract: a plain word, never a path. */
  async keep(kept: Kept, id: string, text: string): Promise<Outcome<Record<string, never>>> {
    this.makeFolder(kept)
    const saved = await saveFile({
      path: join(this.folderOf(kept), `${id}${KINDS[kept].ending}`),
      bytes: Buffer.from(text),
      expected: { on: 'anything' },
      keepFolder: this.settingsFolder,
    })
    return saved.ok ? { ok: true, value: {} } : saved
  }

  /** @param id as for keep. What is not there is removed already. */
  async remove(kept: Kept, id: string): Promise<Outcome<Record<string, never>>> {
    const name = `${id}${KINDS[kept].ending}`
    try {
      await rm(join(this.folderOf(kept), name), { force: true })
    } catch (error) {
      return failed('host/not-removed', { name, reason: reasonOf(error) })
    }
    return { ok: true, value: {} }
  }

  /** At once: in a wait before the save a later one could overtake. Where it cannot be made the save says why. */
  private makeFolder(kept: Kept): void {
    try {
      mkdirSync(this.folderOf(kept), { recursive: true, mode: 0o700 })
    } catch {}
  }

  private folderOf(kept: Kept): string {
    return join(this.settingsFolder, KINDS[kept].folder)
  }
}
