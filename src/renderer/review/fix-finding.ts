/** Putting a finding right: ordinary edits, taken back by one undo. */
import type { Finding } from '../../shared/review/finding'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useNotices } from '../state/notices'

let fixes = 0

/** `title` is the finding's own, for the words that say it is done. */
export function fixFinding({ fix = [] }: Finding, title: string): void {
  fixes += 1
  // While a run is on the drawing is locked, and a fix is drawing.
  if (useBoard.getState().mode === 'run') useBoard.getState().setMode('edit')
  for (const edit of fix) useDocument.getState().edit(edit, `review fix ${fixes}`)
  useNotices.getState().say({ tone: 'good', text: 'review:fix.done', values: { title } })
}
