/**
 * Recovery copies in the user's own folder: two generations a document, written by the same saver as files,
 * so that a cut-off write leaves the one before. A copy goes only when its document was saved or given up.
 */
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Outcome } from '../../../shared/base/problem'
import { inTurn } from '../in-turn'
import { saveFile } from '../save-file'
import { decodeRecovery, encodeRecovery, type RecoveryCopy } from './recovery-file'

export interface KeptDraft extends RecoveryCopy {
  /** The other copy is damaged, and it may have been the later one. */
  readonly otherDamaged: boolean
}

export interface KeptDrafts {
  /** Latest first, at most 50. */
  readonly drafts: readonly KeptDraft[]
  /** Documents of which no copy is whole; what is left of them was set aside. */
  readonly damaged: number
}

type Draft = Omit<RecoveryCopy, 'dryrunRecovery' | 'sequence'>

const LISTED_MAX = 50
const NAME = /^([0-9a-f]{32})-[01]\.recovery$/

export class RecoveryStore {
  private readonly folder: string
  /** The latest sequence by draft, as far as this process knows. */
  private readonly sequences = new Map<string, number>()

  constructor(settingsFolder: string) {
    this.folder = join(settingsFolder, 'recovery')
  }

  /** The older of the two copies is replaced; says which sequence the new one has. */
  keep(draft: Draft): Promise<Outcome<{ sequence: number }>> {
    return inTurn(this.turn(draft.draft), async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 }).catch(() => undefined)
      const sequence = ((await this.latest(draft.draft)) ?? 0) + 1
      const bytes = encodeRecovery({ dryrunRecovery: 1, sequence, ...draft })
      const path = this.pathOf(draft.draft, sequence)
      const expected = { on: 'anything' } as const
      const saved = await saveFile({ path, bytes, expected, keepFolder: this.folder })
      if (!saved.ok) return saved
      this.sequences.set(draft.draft, sequence)
      return { ok: true, value: { sequence } }
    })
  }

  /** The sequence of the latest copy that this process wrote or read; 0 where there is none. */
  sequenceOf(draft: string): number {
    return this.sequences.get(draft) ?? 0
  }

  /** Both copies; only where no later one than `sequence` has come meanwhile. */
  drop(draft: string, sequence = Number.POSITIVE_INFINITY): Promise<void> {
    return inTurn(this.turn(draft), async () => {
      if (this.sequenceOf(draft) > sequence) return
      this.sequences.delete(draft)
      for (const slot of [0, 1]) await rm(this.pathOf(draft, slot), { force: true })
    })
  }

  /** The latest whole copy of a document. */
  async read(draft: string): Promise<KeptDraft | undefined> {
    const found = await inTurn(this.turn(draft), () => this.copies(draft))
    const [latest] = found.whole
    if (latest === undefined) return undefined
    return { ...latest, otherDamaged: found.broken.length > 0 }
  }

  async list(): Promise<KeptDrafts> {
    const names = await readdir(this.folder).catch(() => [])
    const ids = new Set(names.flatMap((name) => NAME.exec(name)?.[1] ?? []))
    const drafts: KeptDraft[] = []
    let damaged = 0
    for (const id of ids) {
      const draft = await this.read(id)
      if (draft !== undefined) drafts.push(draft)
      else if (await this.setAside(id)) damaged += 1
    }
    drafts.sort((a, b) => b.keptAt - a.keptAt || (a.draft < b.draft ? -1 : 1))
    return { drafts: drafts.slice(0, LISTED_MAX), damaged }
  }

  private async latest(draft: string): Promise<number | undefined> {
    const known = this.sequences.get(draft)
    if (known !== undefined) return known
    return (await this.copies(draft)).whole[0]?.sequence
  }

  private async copies(draft: string) {
    const whole: RecoveryCopy[] = []
    const broken: string[] = []
    for (const slot of [0, 1]) {
      const path = this.pathOf(draft, slot)
      const bytes = await readFile(path).catch(() => undefined)
      if (bytes === undefined) continue
      const copy = decodeRecovery(bytes)
      if (copy?.draft === draft) whole.push(copy)
      else broken.push(path)
    }
    whole.sort((a, b) => b.sequence - a.sequence)
    return { whole, broken }
  }

  /** Kept for whoever can still read something in it, and never offered again. */
  private async setAside(draft: string): Promise<boolean> {
    const { broken } = await this.copies(draft)
    for (const path of broken) {
      await rename(path, `${path}.corrupt-${Date.now()}`).catch(() => undefined)
    }
    return broken.length > 0
  }

  private turn(draft: string): string {
    return `recovery of ${join(this.folder, draft)}`
  }

  /** Two slots in turn: the copy that is being written is never the latest whole one. */
  private pathOf(draft: string, sequence: number): string {
    return join(this.folder, `${draft}-${sequence % 2}.recovery`)
  }
}
