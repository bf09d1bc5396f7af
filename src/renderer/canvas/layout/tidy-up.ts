/** Tidy up: the whole drawing laid out anew. One undo step; what is pinned stays; can be stopped at any time. */

import type { Bounds } from '../../../shared/drawing/shape'
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
import type { LedLines } from './led-lines'
import { notesBeside } from './notes-beside'
import { type Running, startLayout, startRouting } from './worker'

let running: { cancel(): void } | null = null

export function cancelTidyUp(): void {
  running?.cancel()
}

/** Lays the board out; says in a notice when that came to nothing. */
export async function tidyUp(): Promise<void> {
  cancelTidyUp()
  const { scenario } = useDocument.getState()
  if (scenario.services.length === 0) return
  const { services: boxes } = useModel.getState()
  setOverlay({ isTidying: true })
  const placed = await untilEnd(
    startLayout(layoutGraph(scenario, boxes, membersByZone(scenario))),
    scenario,
  )
  if (!placed) return
  const pinned = scenario.services.filter((service) => service.pinned).map((service) => service.id)
  const arrangement = arrangementOf(placed.graph, boxes, new Set(pinned))
  const { language } = useSettings.getState()
  const routed = await untilEnd(startRouting({ scenario, arrangement, language }), scenario)
  if (!routed) return
  running = null
  setOverlay({ isTidying: false })
  commitArrangement(scenario, arrangement, routed.led)
}

type End = { readonly end: string }
type Done<E extends End> = Extract<E, { readonly end: 'done' }>

/** Undefined when nothing came of it, which was then said, or when another layout has begun since. */
async function untilEnd<E extends End>(
  part: Running<E>,
  scenario: Scenario,
): Promise<Done<E> | undefined> {
  running = part
  const ended = await part.ended
  if (running !== part) return undefined
  // What was laid out may not be what is drawn any more.
  const isChanged = useDocument.getState().scenario !== scenario
  if (ended.end === 'done' && !isChanged) return ended as Done<E>
  running = null
  setOverlay({ isTidying: false })
  const end = ended.end === 'done' ? 'changed' : ended.end
  const tone = end === 'cancelled' || end === 'changed' ? 'info' : 'bad'
  useNotices.getState().say({ tone, text: `canvas:tidy.${end}` })
  return undefined
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

function commitArrangement(
  scenario: Scenario,
  { positions: services, zoneSizes }: Arrangement,
  { waypoints, unsearched }: LedLines,
): void {
  const { services: boxes } = useModel.getState()
  const placed = new Map<string, Bounds>()
  for (const [id, box] of boxes) placed.set(id, { ...box, ...services[id] })
  const positions = { ...services, ...notesBeside(scenario.notes ?? [], boxes, placed) }
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
