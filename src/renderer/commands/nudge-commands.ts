/** Arrow keys move what is selected: by one grid step, by five with Shift. */
import { carriedWith } from '../../shared/drawing/zone-members'
import type { Point } from '../../shared/scenario/place'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { useSelection } from '../state/selection'
import { useSettings } from '../state/settings'
import { command } from './command'
import { all, whileEditing, withSelection } from './conditions'

/** The grid that the board snaps to, and the step without it. Board units. */
const GRID = 20
const FINE = 1
const FAR = 5
/** Presses this close together are one gesture, and one undo step. Milliseconds. */
const ONE_GESTURE_MS = 800

let gesture = 0
let lastMs = Number.NEGATIVE_INFINITY
let lastIds: ReadonlySet<string> | undefined

function nudge(direction: Point, times: number): void {
  const step = (useBoard.getState().snapToGrid ? GRID : FINE) * times
  const by = { x: direction.x * step, y: direction.y * step }
  const { scenario, edit } = useDocument.getState()
  const { ids } = useSelection.getState()
  const moved = carriedWith(scenario, ids, useSettings.getState().language)
  const things = [...scenario.services, ...(scenario.zones ?? []), ...(scenario.notes ?? [])]
  const positions: Record<string, Point> = {}
  for (const { id, position } of things) {
    if (moved.has(id)) positions[id] = { x: position.x + by.x, y: position.y + by.y }
  }
  if (Object.keys(positions).length === 0) return
  const now = performance.now()
  if (now - lastMs > ONE_GESTURE_MS || ids !== lastIds) gesture += 1
  lastMs = now
  lastIds = ids
  edit({ edit: 'move', positions }, `nudge ${gesture}`)
}

const DIRECTIONS = [
  ['Left', { x: -1, y: 0 }],
  ['Right', { x: 1, y: 0 }],
  ['Up', { x: 0, y: -1 }],
  ['Down', { x: 0, y: 1 }],
] as const

const enabled = all(whileEditing, withSelection)

export const NUDGE_COMMANDS = DIRECTIONS.flatMap(([name, direction]) => [
  command(`edit.nudge${name}`, () => nudge(direction, 1), enabled),
  command(`edit.nudge${name}Far`, () => nudge(direction, FAR), enabled),
])
