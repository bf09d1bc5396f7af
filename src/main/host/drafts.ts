/** Recovery copies as pages see them: which page is at which, and what has become of the file meanwhile. */
import type { Outcome } from '../../shared/base/problem'
import type { CallInput, CallOutput } from '../../shared/host/contract'
import { failed } from '../host-problem'
import type { Library } from '../library/library'
import type { Presence } from '../library/recovery/presence'
import type { KeptDraft, RecoveryStore } from '../library/recovery/recovery'
import type { PageId, Pages } from './pages'

type ValueOf<Output> = Extract<Output, { ok: true }> extends { value: infer Value } ? Value : never
type Entry = ValueOf<CallOutput<'listRecovery'>>['entries'][number]
type Recovered = ValueOf<CallOutput<'readRecovery'>>

interface DraftParts {
  readonly library: Library
  readonly store: RecoveryStore
  readonly presence: Presence
  readonly pages: Pages
}

export class Drafts {
  /** Drafts of pages that are open: offered to nobody. */
  private readonly claims = new Map<string, PageId>()
  /** Pages about to close whose edits nobody wants: what they send on their way out is not kept. */
  private readonly givenUp = new Set<PageId>()

  constructor(private readonly parts: DraftParts) {
    parts.pages.onLeave((page) => {
      for (const draft of this.draftsOf(page)) this.claims.delete(draft)
      this.givenUp.delete(page)
    })
  }

  async keep(
    { draft, title, handle, revision, text }: CallInput<'keepRecovery'>,
    page: PageId,
  ): Promise<Outcome<{ keptAt: number }>> {
    const file = handle === null ? undefined : this.parts.library.fileOf(handle)
    if (handle !== null && file === undefined) return failed('host/unknown-handle')
    const keptAt = Date.now()
    if (this.givenUp.has(page)) return { ok: true, value: { keptAt } }
    this.claims.set(draft, page)
    const kept = await this.parts.store.keep({
      draft,
      host: this.parts.presence.host,
      title,
      path: file?.path ?? null,
      name: file?.name ?? null,
      base: revision,
      keptAt,
      text,
    })
    return kept.ok ? { ok: true, value: { keptAt } } : kept
  }

  drop(draft: string): Promise<void> {
    this.claims.delete(draft)
    return this.parts.store.drop(draft)
  }

  /** Runs a save and, where the disk has acknowledged it, drops the copies of what was saved. */
  async savedBy<Saved extends Outcome<unknown>>(
    draft: string,
    save: () => Promise<Saved>,
  ): Promise<Saved> {
    // A copy that comes while the save is under way has later edits.
    const sequence = this.parts.store.sequenceOf(draft)
    const saved = await save()
    if (saved.ok && saved.value !== null) await this.parts.store.drop(draft, sequence)
    return saved
  }

  /** The user gave up what the page has not saved, and the page is about to close. */
  async giveUp(page: PageId): Promise<void> {
    this.givenUp.add(page)
    await Promise.all(this.draftsOf(page).map((draft) => this.drop(draft)))
  }

  async list(): Promise<CallOutput<'listRecovery'>> {
    const { drafts, damaged } = await this.parts.store.list()
    const entries: Entry[] = []
    for (const draft of drafts) {
      if (this.isBusy(draft)) continue
      // The save went through, and only the word of it did not.
      if (await this.isOnDisk(draft)) await this.parts.store.drop(draft.draft)
      else entries.push(this.entryOf(draft))
    }
    return { ok: true, value: { entries, damaged } }
  }

  async read(
    { draft, claim }: CallInput<'readRecovery'>,
    page: PageId,
  ): Promise<Outcome<Recovered>> {
    const kept = await this.parts.store.read(draft)
    if (kept === undefined || this.isBusy(kept)) return failed('host/recovery-gone')
    if (claim) this.claims.set(draft, page)
    const { path, base, text } = kept
    const value = { ...this.entryOf(kept), text, handle: null, disk: null }
    if (path === null) return { ok: true, value }
    const { handle, disk } = await this.parts.library.look(path)
    if (disk === undefined)
      return { ok: true, value: { ...value, handle, disk: { state: 'gone' } } }
    const state = disk.revision === base ? 'same' : 'changed'
    return { ok: true, value: { ...value, handle, disk: { state, ...disk } } }
  }

  private draftsOf(page: PageId): readonly string[] {
    return [...this.claims].filter(([, at]) => at === page).map(([draft]) => draft)
  }

  private isBusy({ draft, host }: KeptDraft): boolean {
    if (host === this.parts.presence.host) return this.claims.has(draft)
    return this.claims.has(draft) || this.parts.presence.isAlive(host)
  }

  private async isOnDisk({ path, text }: KeptDraft): Promise<boolean> {
    return path !== null && (await this.parts.library.look(path)).disk?.text === text
  }

  private entryOf({ draft, title, path, keptAt, otherDamaged }: KeptDraft): Entry {
    const file = path === null ? undefined : this.parts.library.naming(path)
    const { name = null, folder = null } = file ?? {}
    return { draft, title, name, folder, keptAt, otherDamaged }
  }
}
