/** The far board as chunks ready to paint. Remembers what it gathered last; changes gather only themselves. */
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import { serviceShapes } from '../../../shared/drawing/service-shapes'
import { noteShapes, zoneShapes, zonesBackToFront } from '../../../shared/drawing/zone-shapes'
import type { Note, Zone } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'
import type { Language } from '../../../shared/scenario/text'
import { placedBounds } from '../model/hit-test'
import { type BoardModel, boundsOfService } from '../model/next-model'
import { type Chunk, Chunks } from './batches'
import { bodyShapes, courseShapes, type Level } from './level'

export interface Scene {
  readonly zones: readonly Chunk[]
  readonly lines: readonly Chunk[]
  readonly services: readonly Chunk[]
  readonly notes: readonly Chunk[]
}

/** One level of one board in one language. */
class LevelScenes {
  private readonly zones = new Chunks<Zone>()
  private readonly notes = new Chunks<Note>()
  private readonly lines = new Chunks<LineDrawing>()
  private readonly services = new Chunks<Service>()
  private known: { readonly model: BoardModel; readonly scene: Scene } | null = null

  constructor(private readonly level: Level) {}

  of(model: BoardModel): Scene {
    if (this.known?.model === model) return this.known.scene
    const { scenario, language } = model
    const zones = zonesBackToFront(scenario.zones ?? [])
    const placed = (thing: Zone | Note) => ({ bounds: placedBounds(thing), x: 0, y: 0 })
    const scene: Scene = {
      zones: this.zones.of(zones, (zone) => ({
        ...placed(zone),
        shapes: zoneShapes(zone, language),
      })),
      lines: this.linesOf(model),
      services: this.servicesOf(scenario.services, language),
      notes: this.notes.of(scenario.notes ?? [], (note) => ({
        ...placed(note),
        shapes: noteShapes(note, language),
      })),
    }
    this.known = { model, scene }
    return scene
  }

  /** The lines alone, for a near board. */
  linesOf({ lines }: BoardModel): readonly Chunk[] {
    return this.lines.of([...lines.values()], (line) => ({
      bounds: line.bounds,
      x: 0,
      y: 0,
      shapes: this.level === 'whole' ? line.shapes : courseShapes(line),
    }))
  }

  private servicesOf(services: readonly Service[], language: Language): readonly Chunk[] {
    return this.services.of(services, (service) => {
      const shapes = serviceShapes(service, { language })
      return {
        bounds: boundsOfService(service, language),
        ...service.position,
        shapes: this.level === 'whole' ? shapes : bodyShapes(shapes),
      }
    })
  }
}

/** Gathers scenes for as long as a board is on screen. */
export class SceneStore {
  private language: Language | null = null
  private levels = new Map<Level, LevelScenes>()

  of(model: BoardModel, level: Level): Scene {
    return this.at(model, level).of(model)
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
