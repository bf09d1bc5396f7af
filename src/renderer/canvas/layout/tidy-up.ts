/** Tidy up: the whole drawing laid out anew. One undo step; what is pinned stays; can be stopped at any time. */

import { smallestAround } from '../../../shared/drawing/zone-members'
import type { Edit } from '../../../shared/scenario/edits'
import type { Scenario } from '../../../shared/scenario/scenario'
import { stillMotion } from '../../state/clock'
import { useDocument } from '../../state/document'
import { useNotices } from '../../state/notices'
import { useSettings } from '../../state/settings'
import { commitGesture, useModel } from '../model/board-model'
import { setOverlay } from '../model/overlay'
import { positionsOf } from '../model/positions'
import { centreOf } from '../view/bounds'
import { glide } from './glide'
import { type Arrangement, arrangementOf, layoutGraph } from './graph'
import { waypointsFor } from './led-lines'
import { type RunningLayout, startLayout } from './worker'

let running: RunningLayout | null = null

export function cancelTidyUp(): void {
  running?.cancel()
}

/** Lays the board out; says in a notice when that came to nothing. */
export async function tidyUp(): Promise<void> {
  cancelTidyUp()
  const { scenario } = useDocument.getState()
  if (scenario.services.length === 0) return
  const { services: boxes } = useModel.getState()
  const layout = startLayout(layoutGraph(scenario, boxes, membersByZone(scenario)))
  running = layout
  setOverlay({ isTidying: true })
  const ended = await layout.ended
  if (running !== layout) return
  running = null
  setOverlay({ isTidying: false })
  if (ended.end !== 'done') {
    const tone = ended.end === 'cancelled' ? 'info' : 'bad'
    useNotices.getState().say({ tone, text: `canvas:tidy.${ended.end}` })
    return
  }
  if (useDocument.getState().scenario !== scenario) {
    // What was laid out is not what is drawn any more.
    useNotices.getState().say({ tone: 'info', text: 'canvas:tidy.changed' })
    return
  }
  const pinned = scenario.services.filter((service) => service.pinned).map((service) => service.id)
  commitArrangement(scenario, arrangementOf(ended.graph, boxes, new Set(pinned)))
}

/** The zone of each service: its own word for it, else the zone it stands in. */
function membersByZone(scenario: Scenario): Map<string, string> {
  const members = new Map<string, string>()
  const zones = scenario.zones ?? []
  const { services: boxes } = useModel.getState()
  for (const { id, zone } of scenario.services) {
    const box = boxes.get(id)
    const known = zones.some((one) => one.id === zone) ? zone : undefined
    const home = known ?? (box && smallestAround(zones, centreOf(box))?.id)
    if (home !== undefined) members.set(id, home)
  }
  return members
}

function commitArrangement(scenario: Scenario, arrangement: Arrangement): void {
  const { positions, zoneSizes } = arrangement
  const { language } = useSettings.getState()
  const { waypoints, unsearched } = waypointsFor(scenario, arrangement, language)
  const edits: Edit[] = [{ edit: 'arrange', positions, waypoints }]
  for (const [id, size] of Object.entries(zoneSizes)) {
    edits.push({ edit: 'updateZone', id, changes: { size } })
  }
  const before = positionsOf(scenario, new Set(Object.keys(positions)))
  commitGesture(edits)
  if (!stillMotion()) glide(before, new Map(Object.entries(positions)))
  if (unsearched > 0) {
    const values = { count: unsearched }
    useNotices.getState().say({ tone: 'info', text: 'canvas:tidy.unsearched', values })
  }
}
