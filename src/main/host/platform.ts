/** What a host has that the others have not: its dialogs and its window. The calls know hosts only by this. */
import type { CallInput, CallOutput } from '../../shared/host/contract'

/** The system's own dialogs; each gives the chosen path, or `null` where the user cancelled. */
export interface Dialogs {
  open(): Promise<string | null>
  saveAs(suggestedName: string): Promise<string | null>
  saveExport(suggestedName: string): Promise<string | null>
}

export interface Platform {
  readonly kind: CallOutput<'hostInfo'>['host']
  /** BCP 47, the system's. */
  readonly locale: string
  readonly dialogs?: Dialogs
  setUnsaved?(unsaved: CallInput<'setUnsaved'>): void
  setLanguage?(language: CallInput<'setLanguage'>['language']): void
  /** Told after every attempt to save, so that a window waiting to close knows whether it may. */
  saveSettled?(saved: boolean): void
}
