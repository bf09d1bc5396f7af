/** What a host has that the others have not: its dialogs and its window. The calls know hosts only by this. */
import type { CallInput, CallOutput } from '../../shared/host/contract'
import type { PageId } from './pages'

/** The system's own dialogs over the page that asks; each gives the chosen path, or `null` for cancel. */
export interface Dialogs {
  open(page: PageId): Promise<string | null>
  saveAs(suggestedName: string, page: PageId): Promise<string | null>
  saveExport(suggestedName: string, page: PageId): Promise<string | null>
}

export interface Platform {
  readonly kind: CallOutput<'hostInfo'>['host']
  /** BCP 47, the system's. */
  readonly locale: string
  readonly dialogs?: Dialogs
  setUnsaved?(unsaved: CallInput<'setUnsaved'>, page: PageId): void
  newWindow?(): void
  setLanguage?(language: CallInput<'setLanguage'>['language']): void
  /** Told after every attempt to save, so that a window waiting to close knows whether it may. */
  saveSettled?(saved: boolean, page: PageId): void
}
