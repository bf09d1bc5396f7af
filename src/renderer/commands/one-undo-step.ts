/** What a command does to the drawing. Services that it brings into a zone, or out of one, say so from then on. */
import { withZonesJoined } from '../../shared/drawing/zone-members'
import type { Edit } from '../../shared/scenario/edits'
import { useDocument } from '../state/document'
import { useSettings } from '../state/settings'

let gesture = 0

/** One undo step, whatever number of edits it takes. */
export function perform(edits: readonly Edit[]): void {
  gesture += 1
  const { scenario, edit } = useDocument.getState()
  const { language } = useSettings.getState()
  for (const one of withZonesJoined(scenario, edits, language)) edit(one, `command ${gesture}`)
}
