/** The whole board as one drawing: what an export, a thumbnail and a report show. Never clips anything. */
import type { ConnectionId, ServiceId } from '../base/ids'
import type { Flight } from '../engine/moment'
import type { Scenario } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import type { Language } from '../scenario/text'
import { boundsOf } from './bounds'
import { flightShapes } from './flight-shapes'
import { grown } from './geometry'
import { legendShapes, protocolsOf } from './legend'
import { type LineDrawing, type Lines, layoutLines } from './line-layout'
import { lineMarkShapes, serviceMarkShapes } from './mark-shapes'
import type { LineMark, Marks, ServiceMark } from './marks'
import { serviceShapes } from './service-shapes'
import type { Drawing, Shape } from './shape'
import { noteShapes, zoneShapes, zonesBackToFront } from './zone-shapes'

export interface DrawingOptions {
  readonly language: Language
  readonly legend?: boolean
  /** Where a run stands; without it the plain drawing. */
  readonly marks?: Marks
  /** Messages on their way, at `atUs` of virtual time. */
  readonly flights?: readonly Flight[]
  readonly atUs?: number
  /** Draw only these things; lines between two of the services named come along. */
  readonly only?: ReadonlySet<string>
  /** Lines already laid out for this scenario and language. */
  readonly lines?: Lines
}

const PADDING = 24
const LEGEND_GAP = 28
const EMPTY_DRAWING: Drawing = { bounds: { x: 0, y: 0, width: 480, height: 240 }, shapes: [] }

function at(service: Service, shapes: readonly Shape[]): Shape[] {
  if (shapes.length === 0) return []
  return [{ shape: 'group', x: service.position.x, y: service.position.y, shapes }]
}

function serviceMark(marks: Marks, id: ServiceId): ServiceMark {
  return marks.services.get(id) ?? { state: 'idle' }
}

function lineMark(marks: Marks, id: ConnectionId): LineMark {
  return marks.connections.get(id) ?? 'idle'
}

/** Traces under all lines, strokes, crosses, then labels: no line ever runs over a label. */
function linesShapes(lines: readonly LineDrawing[], marks: Marks | undefined): Shape[] {
  if (!marks) return [...lines.flatMap((l) => l.strokes), ...lines.flatMap((l) => l.label.shapes)]
  const marked = lines.map((line) => ({
    line,
    mark: lineMarkShapes(line, lineMark(marks, line.id)),
  }))
  const faded = (shapes: readonly Shape[], opacity: number): Shape[] =>
    opacity === 1 ? [...shapes] : [{ shape: 'group', x: 0, y: 0, opacity, shapes }]
  return [
    ...marked.flatMap(({ mark }) => mark.under),
    ...marked.flatMap(({ line, mark }) => faded(line.strokes, mark.opacity)),
    ...marked.flatMap(({ mark }) => mark.over),
    ...marked.flatMap(({ line }) => line.label.shapes),
  ]
}

function servicesShapes(services: readonly Service[], options: DrawingOptions): Shape[] {
  const { language, marks } = options
  return services.flatMap((service) => {
    const shapes = serviceShapes(service, { language })
    if (!marks) return at(service, shapes)
    const mark = serviceMarkShapes(service, serviceMark(marks, service.id), language)
    return at(service, [...shapes, ...mark.over])
  })
}

/** Halos lie under the lines, whose arrowheads would vanish in them. */
function halosShapes(services: readonly Service[], options: DrawingOptions): Shape[] {
  const { language, marks } = options
  if (!marks) return []
  return services.flatMap((service) =>
    at(service, serviceMarkShapes(service, serviceMark(marks, service.id), language).under),
  )
}

function flightsShapes(lines: Lines, options: DrawingOptions): Shape[] {
  return (options.flights ?? []).flatMap((flight) => {
    const line = lines.get(flight.connection)
    return line ? flightShapes(flight, line, options.atUs ?? flight.sentUs) : []
  })
}

/** The scenario drawn whole, with room around everything that sticks out. */
export function drawScenario(scenario: Scenario, options: DrawingOptions): Drawing {
  const { language, only } = options
  const isShown = (id: string): boolean => only === undefined || only.has(id)
  const lines = options.lines ?? layoutLines(scenario, language)
  const shown = [...lines.values()].filter(
    (line) => isShown(line.id) || (isShown(line.from) && isShown(line.to)),
  )
  const services = scenario.services.filter((service) => isShown(service.id))
  const zones = (scenario.zones ?? []).filter((zone) => isShown(zone.id))
  const notes = (scenario.notes ?? []).filter((note) => isShown(note.id))
  const shapes: Shape[] = [
    ...zonesBackToFront(zones).flatMap((zone) => zoneShapes(zone, language)),
    ...halosShapes(services, options),
    ...linesShapes(shown, options.marks),
    ...servicesShapes(services, options),
    ...notes.flatMap((note) => noteShapes(note, language)),
    ...flightsShapes(new Map(shown.map((line) => [line.id, line])), options),
  ]
  if (shapes.length === 0) return EMPTY_DRAWING
  const inner = boundsOf(shapes)
  if (options.legend !== true) return { bounds: whole(inner), shapes }
  const protocols = protocolsOf({ ...scenario, connections: connectionsOf(scenario, shown) })
  const corner = { x: inner.x, y: Math.ceil(inner.y + inner.height + LEGEND_GAP) }
  const legend = legendShapes(protocols, language, corner)
  const all = [...shapes, ...legend.shapes]
  return { bounds: whole(boundsOf(all)), shapes: all }
}

function connectionsOf(scenario: Scenario, shown: readonly LineDrawing[]) {
  const ids = new Set(shown.map((line) => line.id))
  return scenario.connections.filter((connection) => ids.has(connection.id))
}

/** Padded, on whole pixels so that a picture at 1x is as sharp as the board. */
function whole(box: Drawing['bounds']): Drawing['bounds'] {
  const { x, y, width, height } = grown(box, PADDING)
  const [left, top] = [Math.floor(x), Math.floor(y)]
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) - left,
    height: Math.ceil(y + height) - top,
  }
}
