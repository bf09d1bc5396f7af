/** Short words to the user that need no answer: saved, exported, failed. Shown by the shell. */
import { create } from 'zustand'

export interface Notice {
  readonly id: number
  readonly tone: 'info' | 'good' | 'bad'
  /** A catalogue key with its namespace, `app:saved`, and what its sentence needs. */
  readonly text: string
  readonly values?: Readonly<Record<string, string | number>> | undefined
}

interface NoticesState {
  readonly notices: readonly Notice[]
  say(notice: Omit<Notice, 'id'>): void
  dismiss(id: number): void
}

const NOTICES_MAX = 4
let lastId = 0

export const useNotices = create<NoticesState>()((set, get) => ({
  notices: [],
  say: (notice) => {
    lastId += 1
    set({ notices: [...get().notices, { ...notice, id: lastId }].slice(-NOTICES_MAX) })
  },
  dismiss: (id) => set({ notices: get().notices.filter((notice) => notice.id !== id) }),
}))
