/**
 * Finds a label's place: beside its line or on it, over no box and no other label, and if it can be over no
 * line. Deterministic: candidates come in a fixed order and the first of the best is taken.
 */
import type { Point, Size } from '../scenario/place'
import type { Crowd } from './crowd'
import { type Polyline, placeAlong, totalLength } from './curve'
import type { LabelSetting } from './label-words'
import type { Bounds } from './shape'

export interface LabelPlace {
  readonly box: Bounds
  readonly setting: LabelSetting
  /** Where on its line a label points that could not stand beside it. */
  readonly leader: Point | undefined
}

const POSITIONS = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82] as const
const BESIDE_GAP = 6
const BESIDE_MARK_GAP = 12.5
const BOX_GAP = 3
/** A label on its line hides this much of it besides its own width. */
const ON_LINE_ROOM = 64
const OTHER_LINE_COST = 3
const OWN_LINE_COST = 1
const AWAY_COST = 0.8
const LEADER_FROM = 26

/** A line to be labelled; `middle` is the mark there, if it has one. */
export interface Labelled extends Polyline {
  readonly middle: Bounds | undefined
}

interface LineRoom {
  readonly length: number
  /** What a label beside the middle keeps from the line: more where a mark stands there. */
  readonly besideMiddle: number
}

interface Candidate {
  readonly box: Bounds
  readonly cost: number
  readonly isOnLine: boolean
}

function boxAround(centre: Point, size: Size): Bounds {
  return {
    x: Math.round(centre.x - size.width / 2),
    y: Math.round(centre.y - size.height / 2),
    ...size,
  }
}

/** Beside on the better side, beside on the other, on the line: at one place of the line. */
function candidatesAt(line: Polyline, size: Size, index: number, room: LineRoom): Candidate[] {
  const { point, tangent } = placeAlong(line, POSITIONS[index] ?? 0.5)
  const turn = tangent.x < -0.05 || (Math.abs(tangent.x) <= 0.05 && tangent.y < 0) ? -1 : 1
  // To the left of travel is up for a line that goes right; flipped so that up, or right, comes first.
  const normal = { x: tangent.y * turn, y: -tangent.x * turn }
  const reach =
    (Math.abs(normal.x) * size.width + Math.abs(normal.y) * size.height) / 2 +
    (index === 0 ? room.besideMiddle : BESIDE_GAP)
  const away = index * AWAY_COST
  const beside = (sign: number, cost: number): Candidate => ({
    box: boxAround(
      { x: point.x + normal.x * reach * sign, y: point.y + normal.y * reach * sign },
      size,
    ),
    cost,
    isOnLine: false,
  })
  const hidden = Math.abs(tangent.x) * size.width + Math.abs(tangent.y) * size.height
  const onCost = room.length > hidden + ON_LINE_ROOM ? 1.2 : 12
  return [
    beside(1, away),
    beside(-1, away + 0.5),
    { box: boxAround(point, size), cost: away + onCost, isOnLine: true },
  ]
}

/** Rings around the middle, wider and wider, until there is room: there always is. */
function farPlace(middle: Point, size: Size, crowd: Crowd): Bounds {
  for (let ring = 1; ring <= 400; ring += 1) {
    const steps = Math.min(64, 8 + ring * 4)
    for (let step = 0; step < steps; step += 1) {
      const angle = (step / steps) * 2 * Math.PI
      const box = boxAround(
        {
          x: middle.x + Math.cos(angle) * ring * (size.width / 4),
          y: middle.y - Math.sin(angle) * ring * size.height,
        },
        size,
      )
      if (!crowd.isTaken(box, BOX_GAP)) return box
    }
  }
  return crowd.beyond(size, BOX_GAP)
}

/** The best free place near the line for a label of this size. */
function nearPlace(line: Labelled, size: Size, owner: number, crowd: Crowd): Bounds | undefined {
  const besideMiddle = line.middle === undefined ? BESIDE_GAP : BESIDE_MARK_GAP
  const room: LineRoom = { length: totalLength(line), besideMiddle }
  let best: Candidate | undefined
  for (let index = 0; index < POSITIONS.length; index += 1) {
    if (best && best.cost <= index * AWAY_COST) break
    for (const candidate of candidatesAt(line, size, index, room)) {
      if (best && candidate.cost >= best.cost) continue
      if (crowd.isTaken(candidate.box, BOX_GAP)) continue
      const covered = crowd.covered(candidate.box, owner)
      const own = candidate.isOnLine ? 0 : covered.own
      const cost = candidate.cost + own * OWN_LINE_COST + covered.others * OTHER_LINE_COST
      if (!best || cost < best.cost) best = { ...candidate, cost }
    }
  }
  return best?.box
}

/**
 * Where the label of line number `owner` goes and in which setting; undefined for one without words. The
 * crowd must hold every box and every label placed so far.
 */
export function labelPlace(
  line: Labelled,
  settings: readonly LabelSetting[],
  owner: number,
  crowd: Crowd,
): LabelPlace | undefined {
  for (const setting of settings) {
    const box = nearPlace(line, setting.size, owner, crowd)
    if (box) return { box, setting, leader: undefined }
  }
  const setting = settings[0]
  if (!setting) return undefined
  const middle = placeAlong(line, 0.5).point
  const box = farPlace(middle, setting.size, crowd)
  const gap = Math.hypot(
    Math.max(box.x - middle.x, middle.x - box.x - box.width, 0),
    Math.max(box.y - middle.y, middle.y - box.y - box.height, 0),
  )
  return { box, setting, leader: gap > LEADER_FROM ? middle : undefined }
}
