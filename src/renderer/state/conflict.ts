/**
 * Two versions of one document: on the board and on disk. Nothing is overwritten by itself; the user sees
 * both and says which one goes on.
 */
import { parseScenario } from '../../shared/scenario/parse'
import { useBoard } from './board'
import type { Conflict } from './conflict-between'
import { useDocument } from './document'
import { showText } from './show-document'

/** Asks by a dialog; until it is answered the board keeps what it has, and a save would be refused. */
export function askAboutConflict(conflict: Omit<Conflict, 'theirs'>): void {
  const parsed = parseScenario(conflict.disk.text)
  const theirs = parsed.ok ? { theirs: parsed.value } : {}
  useBoard.getState().openDialog({ dialog: 'conflict', conflict: { ...conflict, ...theirs } })
}

/** The edits stay on the board, and the next save puts them in the file's place. */
export function keepMine({ disk, theirs }: Conflict): void {
  const { gone: _, ...origin } = useDocument.getState().origin
  const { handle, revision, readOnly } = disk
  useDocument.getState().rebase({ ...origin, handle, revision, readOnly }, theirs ?? null)
}

/** The file's content takes the board; the edits are given up. */
export function takeTheirs({ name, disk }: Conflict): void {
  const { folder } = useDocument.getState().origin
  const { handle, revision, readOnly, text } = disk
  const place = folder === undefined ? {} : { folder }
  showText(name, text, { handle, name, revision, readOnly, ...place })
}

/** The edits go on as a document of their own, to be saved under another name. */
export function keepAsCopy({ name }: Conflict): void {
  useDocument.getState().rebase({ name: copyName(name), readOnly: false }, null)
}

/** `orders.dryrun.json` as `orders (2).dryrun.json`. */
export function copyName(name: string): string {
  const [, stem = name, count, ending = ''] =
    /^(.*?)(?: \((\d+)\))?(\.dryrun\.json)?$/i.exec(name) ?? []
  return `${stem} (${Number(count ?? 1) + 1})${ending}`
}
