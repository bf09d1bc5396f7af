/** What is selected on the board: ids of services, connections, zones and notes alike. */
import { create } from 'zustand'

export type SelectHow = 'replace' | 'add' | 'toggle'

interface SelectionState {
  readonly ids: ReadonlySet<string>
  select(ids: readonly string[], how?: SelectHow): void
  clear(): void
}

const NONE: ReadonlySet<string> = new Set()

export const useSelection = create<SelectionState>()((set, get) => ({
  ids: NONE,
  select: (ids, how = 'replace') => {
    const before = get().ids
    if (how === 'replace') {
      const same = before.size === ids.length && ids.every((id) => before.has(id))
      if (!same) set({ ids: new Set(ids) })
      return
    }
    const next = new Set(before)
    for (const id of ids) {
      if (how === 'toggle' && next.has(id)) next.delete(id)
      else next.add(id)
    }
    set({ ids: next })
  },
  clear: () => {
    if (get().ids.size > 0) set({ ids: NONE })
  },
}))
