/** Zones and notes: what stands behind the services. Board coordinates; a zone without a service says nothing. */
import type { Note, Zone } from '../scenario/scenario'
import { type Language, textIn } from '../scenario/text'
import { boundsOfShape } from './bounds'
import { curvePath, type Piece } from './curve'
import { padlockShapes } from './padlock'
import type { Bounds, Ink, Shape } from './shape'
import { ellipsised, wrapped } from './text-fitting'
import { word } from './words'

const NAME_SIZE_PX = 12
const NAME_PADDING = 12
const NOTE_SIZE_PX = 12
const NOTE_LINE_PX = 17
const NOTE_PADDING = 12
const FOLD = 14
/** How far a cubic's control points stand off for a quarter of an ellipse. */
const ARC = 0.5523

function zoneName(zone: Zone, language: Language, centred: boolean): Shape {
  const widthMax = Math.max(8, zone.size.width - 2 * NAME_PADDING)
  return {
    shape: 'text',
    x: zone.position.x + (centred ? zone.size.width / 2 : NAME_PADDING),
    y: zone.position.y + 21,
    text: ellipsised(nameOf(zone, language), widthMax, NAME_SIZE_PX, 'sans-semibold'),
    sizePx: NAME_SIZE_PX,
    font: 'sans-semibold',
    fill: 'ink-2',
    anchor: centred ? 'middle' : 'start',
  }
}

function nameOf(zone: Zone, language: Language): string {
  const name = textIn(zone.name, language)
  return zone.trust === true ? `${name} · ${word('zone.trust', language)}` : name
}

/** Where a zone's name stands: no label may cover it. */
export function zoneNameBox(zone: Zone, language: Language): Bounds {
  return boundsOfShape(zoneName(zone, language, zone.kind === 'ring'))
}

/** An ellipse in the zone's box, as four cubics. */
function ringPath(zone: Zone): string {
  const { x, y } = zone.position
  const { width: w, height: h } = zone.size
  const centre = { x: x + w / 2, y: y + h / 2 }
  const [kx, ky] = [(w / 2) * ARC, (h / 2) * ARC]
  const to = (
    c1x: number,
    c1y: number,
    c2x: number,
    c2y: number,
    px: number,
    py: number,
  ): Piece => ({
    piece: 'cubic',
    c1: { x: c1x, y: c1y },
    c2: { x: c2x, y: c2y },
    to: { x: px, y: py },
  })
  return `${curvePath({
    start: { x, y: centre.y },
    pieces: [
      to(x, centre.y - ky, centre.x - kx, y, centre.x, y),
      to(centre.x + kx, y, x + w, centre.y - ky, x + w, centre.y),
      to(x + w, centre.y + ky, centre.x + kx, y + h, centre.x, y + h),
      to(centre.x - kx, y + h, x, centre.y + ky, x, centre.y),
    ],
  })}Z`
}

/** A zone: a dashed boundary, a layer, a ring or a monolith's double wall, with its name. */
export function zoneShapes(zone: Zone, language: Language): readonly Shape[] {
  const { x, y } = zone.position
  // A ring has no corner: its top is the nearest it has.
  const corner = zone.kind === 'ring' ? { x: x + zone.size.width / 2, y } : zone.position
  return [...wallsAndName(zone, language), ...padlockShapes(zone.locked, corner)]
}

function wallsAndName(zone: Zone, language: Language): readonly Shape[] {
  const box = { ...zone.position, ...zone.size }
  switch (zone.kind) {
    case 'boundary':
      return [
        {
          shape: 'rect',
          ...box,
          radius: 14,
          fill: 'zone',
          stroke:
            zone.trust === true
              ? { ink: 'ink-2', width: 2, dash: [6, 5] }
              : { ink: 'ink-3', width: 1.3, dash: [6, 5] },
        },
        zoneName(zone, language, false),
      ]
    case 'layer':
      return [
        { shape: 'rect', ...box, radius: 4, fill: 'zone', stroke: { ink: 'line', width: 1.5 } },
        zoneName(zone, language, false),
      ]
    case 'ring':
      return [
        { shape: 'path', d: ringPath(zone), fill: 'zone', stroke: { ink: 'ink-3', width: 1.3 } },
        zoneName(zone, language, true),
      ]
    case 'monolith':
      return [
        { shape: 'rect', ...box, radius: 14, fill: 'zone', stroke: { ink: 'ink-2', width: 1.5 } },
        {
          shape: 'rect',
          x: box.x + 4,
          y: box.y + 4,
          width: Math.max(0, box.width - 8),
          height: Math.max(0, box.height - 8),
          radius: 11,
          stroke: { ink: 'ink-3', width: 1 },
        },
        zoneName(zone, language, false),
      ]
  }
}

/** What a note is written on. */
function paperOf(note: Note): Ink {
  return note.color === undefined ? 'note' : `tint-${note.color}`
}

/** A note: a sheet, yellow unless it has a colour of its own, with a folded corner and as much of its text as it holds. */
export function noteShapes(note: Note, language: Language): readonly Shape[] {
  const { x, y } = note.position
  const { width, height } = note.size
  const fold = Math.min(FOLD, width / 3, height / 3)
  const [right, bottom] = [x + width, y + height]
  const sheet = `M${x} ${y}L${right} ${y}L${right} ${bottom - fold}L${right - fold} ${bottom}L${x} ${bottom}Z`
  const corner = `M${right - fold} ${bottom}L${right - fold} ${bottom - fold}L${right} ${bottom - fold}`
  const stroke = { ink: 'ink-3', width: 1 } as const
  const linesMax = Math.floor((height - 2 * NOTE_PADDING + 4) / NOTE_LINE_PX)
  const widthMax = Math.max(8, width - 2 * NOTE_PADDING)
  const lines =
    linesMax < 1
      ? []
      : wrapped(textIn(note.text, language), widthMax, NOTE_SIZE_PX, 'sans', linesMax)
  return [
    { shape: 'path', d: sheet, fill: paperOf(note), stroke },
    { shape: 'path', d: corner, stroke },
    ...lines.map(
      (text, index): Shape => ({
        shape: 'text',
        x: x + NOTE_PADDING,
        y: y + NOTE_PADDING + 10 + index * NOTE_LINE_PX,
        text,
        sizePx: NOTE_SIZE_PX,
        font: 'sans',
        fill: 'ink',
        anchor: 'start',
      }),
    ),
    ...padlockShapes(note.locked, note.position),
  ]
}

/** Rings inside rings: the larger stand behind; among equals the drawn order. */
export function zonesBackToFront(zones: readonly Zone[]): readonly Zone[] {
  return zones
    .map((zone, index) => ({ zone, index, area: zone.size.width * zone.size.height }))
    .sort((a, b) => b.area - a.area || a.index - b.index)
    .map(({ zone }) => zone)
}
