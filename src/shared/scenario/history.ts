/**
 * Undo and redo of edits. One gesture, such as a drag or the typing into one field, is one entry. An entry holds
 * the scenarios before and after it: they share all that the edit did not touch, and what comes back by an undo
 * is the very same values, so that whoever has laid them out or painted them knows them again. Knows nothing of
 * what is selected or shown.
 */
import { sameValue } from '../base/same-value'
import { applyEdit, type Edit, touchedBy } from './edits'
import type { Scenario } from './scenario'

/** Older entries are forgotten one by one. */
export const HISTORY_ENTRIES_MAX = 1_000

export interface Entry {
  readonly label: Edit['edit'] | 'replace'
  /** Ids of the things it was about. */
  readonly touched: readonly string[]
  readonly before: Scenario
  readonly after: Scenario
  readonly gesture?: string
}

export interface Edited {
  readonly scenario: Scenario
  /** Oldest first: the last one is undone next. */
  readonly past: readonly Entry[]
  /** The first one is redone next. */
  readonly future: readonly Entry[]
}

export function editedFrom(scenario: Scenario): Edited {
  return { scenario, past: [], future: [] }
}

/**
 * Applies an edit and remembers how to take it back. Edits with the same non-empty gesture that follow one
 * another merge into one entry. An edit that changes nothing gives back the same value: it adds no entry
 * and redo stays possible.
 */
export function commitEdit(edited: Edited, edit: Edit, gesture?: string): Edited {
  const scenario = applyEdit(edited.scenario, edit)
  if (scenario === edited.scenario) return edited
  const entry: Entry = {
    label: edit.edit,
    touched: touchedBy(edit),
    before: edited.scenario,
    after: scenario,
    ...(gesture ? { gesture } : {}),
  }
  const last = edited.past.at(-1)
  const past =
    last && gesture && last.gesture === gesture && edited.future.length === 0
      ? [...edited.past.slice(0, -1), merged(last, entry)]
      : [...edited.past, entry].slice(-HISTORY_ENTRIES_MAX)
  return { scenario, past, future: [] }
}

/** The whole scenario gives way to another, as one entry. An equal one changes nothing. */
export function commitReplacement(edited: Edited, scenario: Scenario): Edited {
  if (sameValue(edited.scenario, scenario)) return edited
  const entry: Entry = {
    label: 'replace',
    touched: [],
    before: edited.scenario,
    after: scenario,
  }
  return {
    scenario,
    past: [...edited.past, entry].slice(-HISTORY_ENTRIES_MAX),
    future: [],
  }
}

function merged(earlier: Entry, later: Entry): Entry {
  return {
    ...earlier,
    touched: [...new Set([...earlier.touched, ...later.touched])],
    after: later.after,
  }
}

export function canUndo(edited: Edited): boolean {
  return edited.past.length > 0
}

export function canRedo(edited: Edited): boolean {
  return edited.future.length > 0
}

/** One entry back; the same value where there is none. */
export function undo(edited: Edited): Edited {
  const entry = edited.past.at(-1)
  if (!entry) return edited
  return {
    scenario: entry.before,
    past: edited.past.slice(0, -1),
    future: [entry, ...edited.future],
  }
}

/** One undone entry forward again; the same value where there is none. */
export function redo(edited: Edited): Edited {
  const [entry, ...future] = edited.future
  if (!entry) return edited
  return {
    scenario: entry.after,
    past: [...edited.past, entry],
    future,
  }
}
