/** The far board as chunks ready to paint. Remembers what it gathered last; changes gather only themselves. */
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import { serviceShapes } from '../../../shared/drawing/service-shapes'
import { noteShapes, zoneShapes, zonesBackToFront } from '../../../shared/drawing/zone-shapes'
import { serviceById } from '../../../shared/scenario/lookup'
import type { Note, Zone } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'
import type { Language } from '../../../shared/scenario/text'
import { placedBounds } from '../model/hit-test'
import { type BoardModel, boundsOfService } from '../model/next-model'
import { type Chunk, Chunks, chunkOf, type Item } from './batches'
import { bodyShapes, courseShapes, type Level } from './level'

export interface Scene {
  readonly zones: readonly Chunk[]
  readonly lines: readonly Chunk[]
  readonly services: readonly Chunk[]
  readonly notes: readonly Chunk[]
}

const NOBODY: ReadonlySet<string> = new Set()

/** One level of one board in one language. */
class LevelScenes {
  private readonly zones = new Chunks<Zone>()
  private readonly notes = new Chunks<Note>()
  private readonly lines = new Chunks<LineDrawing>()
  private readonly services = new Chunks<Service>()
  private known: {
    readonly model: BoardModel
    readonly hidden: ReadonlySet<string>
    readonly scene: Scene
  } | null = null

  constructor(private readonly level: Level) {}

  of(model: BoardModel, hidden: ReadonlySet<string>): Scene {
    if (this.known?.model === model && this.known.hidden === hidden) return this.known.scene
    const { scenario, language } = model
    const zones = zonesBackToFront(scenario.zones ?? [])
    const placed = (thing: Zone | Note) => ({ bounds: placedBounds(thing), x: 0, y: 0 })
    const scene: Scene = {
      zones: this.zones.of(zones, (zone) => ({
        ...placed(zone),
        shapes: zoneShapes(zone, language),
      })),
      lines: this.linesOf(model, hidden),
      services: this.servicesOf(scenario.services, language, hidden),
      notes: this.notes.of(scenario.notes ?? [], (note) => ({
        ...placed(note),
        shapes: noteShapes(note, language),
      })),
    }
    this.known = { model, hidden, scene }
    return scene
  }

  /** The lines alone, for a near board. */
  linesOf({ lines }: BoardModel, hidden = NOBODY): readonly Chunk[] {
    const isHidden = ({ id }: LineDrawing) => hidden.has(id)
    return this.lines.of([...lines.values()], (line) => lineItem(line, this.level), isHidden)
  }

  private servicesOf(
    services: readonly Service[],
    language: Language,
    hidden: ReadonlySet<string>,
  ): readonly Chunk[] {
    const isHidden = ({ id }: Service) => hidden.has(id)
    const itemOf = (service: Service) => serviceItem(service, language, this.level)
    return this.services.of(services, itemOf, isHidden)
  }
}

function lineItem(line: LineDrawing, level: Level): Item {
  if (level === 'whole') return { bounds: line.bounds, x: 0, y: 0, shapes: line.shapes }
  return { bounds: line.wayBounds, x: 0, y: 0, shapes: courseShapes(line) }
}

function serviceItem(service: Service, language: Language, level: Level): Item {
  const shapes = serviceShapes(service, { language })
  return {
    bounds: boundsOfService(service, language),
    ...service.position,
    shapes: level === 'whole' ? shapes : bodyShapes(shapes),
  }
}

/** Some services and lines alone, for a frame. */
export function liveScene(model: BoardModel, level: Level, ids: ReadonlySet<string>): Scene {
  const { scenario, language, lines } = model
  const known = serviceById(scenario)
  const lineItems: Item[] = []
  const serviceItems: Item[] = []
  for (const id of ids) {
    const line = lines.get(id)
    if (line) lineItems.push(lineItem(line, level))
    const service = known.get(id)
    if (service) serviceItems.push(serviceItem(service, language, level))
  }
  const chunks = (items: readonly Item[]) => (items.length > 0 ? [chunkOf(items)] : [])
  return { zones: [], lines: chunks(lineItems), services: chunks(serviceItems), notes: [] }
}

/** Gathers scenes for as long as a board is on screen. */
export class SceneStore {
  private language: Language | null = null
  private levels = new Map<Level, LevelScenes>()

  /** `hidden`: services and lines left out of it. */
  of(model: BoardModel, level: Level, hidden = NOBODY): Scene {
    return this.at(model, level).of(model, hidden)
  }

  linesOf(model: BoardModel): Pick<Scene, 'lines'> {
    return { lines: this.at(model, 'whole').linesOf(model) }
  }

  private at(model: BoardModel, level: Level): LevelScenes {
    if (model.language !== this.language) this.levels = new Map()
    this.language = model.language
    const known = this.levels.get(level)
    if (known) return known
    const made = new LevelScenes(level)
    this.levels.set(level, made)
    return made
  }
}
