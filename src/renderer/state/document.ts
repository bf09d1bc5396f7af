/**
 * The scenario being edited, its undo history and where it is kept. The only place that holds a scenario;
 * views read it, `edit` is the only way to change it.
 */
import { create } from 'zustand'
import { sameValue } from '../../shared/base/same-value'
import { newScenario } from '../../shared/scenario/create'
import type { Edit } from '../../shared/scenario/edits'
import {
  commitEdit,
  commitReplacement,
  type Edited,
  editedFrom,
  redo,
  undo,
} from '../../shared/scenario/history'
import type { Scenario } from '../../shared/scenario/scenario'
import { randomId } from './random-id'

/** Where a document is kept; without a handle it has never been saved. */
export interface Origin {
  readonly handle?: string
  readonly name?: string
  readonly folder?: string
  /** What the next save is based on. */
  readonly revision?: string
  readonly readOnly: boolean
  /** The file is no longer where it was: nothing is saved there until the user says so. */
  readonly gone?: true
  /** Another window writes the file: what is saved there is shown here. */
  readonly follows?: true
}

interface OpenOptions {
  /** What the disk has, where it is not what is shown: recovered work is unsaved from the start. */
  readonly saved?: Scenario | null
  /** Recovered work goes on under the name of its copies. */
  readonly draft?: string
}

interface DocumentState {
  readonly edited: Edited
  readonly scenario: Scenario
  readonly origin: Origin
  /** Names this document and its recovery copies; another with every document that is opened. */
  readonly draft: string
  /** What the disk has: unsaved when its content is another. Null where nothing of it is on disk. */
  readonly saved: Scenario | null
  /** Things the latest undo or redo touched, for the view to bring into sight; a new array each time. */
  readonly touched: readonly string[]
  edit(edit: Edit, gesture?: string): void
  undo(): void
  redo(): void
  open(scenario: Scenario, origin: Origin, options?: OpenOptions): void
  /** Takes what the disk has now: one step of the undo history, so that nothing is out of reach. */
  reload(scenario: Scenario, origin: Origin): void
  /** The same content, kept elsewhere or based on something else. */
  rebase(origin: Origin, saved: Scenario | null): void
  /** After a save: this is what the disk has now. */
  markSaved(scenario: Scenario, origin: Origin): void
}

const NEW_ORIGIN: Origin = { readOnly: false }
const empty = newScenario()

export const useDocument = create<DocumentState>()((set, get) => {
  const show = (edited: Edited, touched?: readonly string[]) =>
    set(
      touched
        ? { edited, scenario: edited.scenario, touched }
        : { edited, scenario: edited.scenario },
    )
  return {
    edited: editedFrom(empty),
    scenario: empty,
    origin: NEW_ORIGIN,
    draft: randomId(),
    saved: empty,
    touched: [],
    edit: (edit, gesture) => show(commitEdit(get().edited, edit, gesture)),
    undo: () => {
      const { edited } = get()
      const entry = edited.past.at(-1)
      if (entry) show(undo(edited), [...entry.touched])
    },
    redo: () => {
      const { edited } = get()
      const entry = edited.future.at(0)
      if (entry) show(redo(edited), [...entry.touched])
    },
    open: (scenario, origin, { saved = scenario, draft = randomId() } = {}) =>
      set({ edited: editedFrom(scenario), scenario, saved, origin, draft, touched: [] }),
    reload: (scenario, origin) => {
      const edited = commitReplacement(get().edited, scenario)
      set({ edited, scenario: edited.scenario, saved: edited.scenario, origin })
    },
    rebase: (origin, saved) => set({ origin, saved }),
    markSaved: (scenario, origin) => set({ saved: scenario, origin }),
  }
})

/** Undoing back to what was saved is saved again: content decides. Compared once a scenario. */
export function isUnsaved({
  scenario,
  saved,
  origin,
}: Pick<DocumentState, 'scenario' | 'saved' | 'origin'>): boolean {
  if (origin.gone || saved === null) return true
  if (scenario === saved) return false
  if (compared?.scenario !== scenario || compared.saved !== saved)
    compared = { scenario, saved, unsaved: !sameValue(scenario, saved) }
  return compared.unsaved
}

let compared: { scenario: Scenario; saved: Scenario; unsaved: boolean } | undefined
