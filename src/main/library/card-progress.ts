/** What is remembered of the cards: one file among the settings, changed card by card, so that two windows do not undo each other. */
import { join } from 'node:path'
import type { Outcome } from '../../shared/base/problem'
import type { Memory } from '../../shared/cards/memory'
import { type Memories, memoriesSchema, merged } from '../../shared/cards/progress'
import { z } from '../../shared/scenario/zod'
import { OwnStore } from './own-store'

const schema = z.strictObject({ cards: memoriesSchema })

export class CardProgress {
  private readonly store: OwnStore<z.infer<typeof schema>>

  constructor(settingsFolder: string, onCorrupt: () => void) {
    const path = join(settingsFolder, 'cards.json')
    this.store = new OwnStore({ path, schema, empty: { cards: {} }, onCorrupt })
  }

  async read(): Promise<Memories> {
    return (await this.store.read()).cards
  }

  /** @param memory null: the card was never reviewed, as before a review that was taken back. */
  keep(key: string, memory: Memory | null): Promise<Outcome<Record<string, never>>> {
    return this.store.update(({ cards }) => {
      const { [key]: _before, ...others } = cards
      return { cards: memory === null ? others : { ...others, [key]: memory } }
    })
  }

  /** Joins what was exported elsewhere; the value is all that is remembered then. */
  async merge(memories: Memories): Promise<Outcome<Memories>> {
    let all: Memories = {}
    const kept = await this.store.update(({ cards }) => {
      all = merged(cards, memories)
      return { cards: { ...all } }
    })
    return kept.ok ? { ok: true, value: all } : kept
  }
}
