/**
 * From a scenario to the geometry the drawing gives it. Lines are laid out by `drawing` alone; here it is only
 * decided which of them must be laid out anew. Pure.
 */
import { type LineDrawing, layoutLines, relayoutLines } from '../../../shared/drawing/line-layout'
import { serviceBox } from '../../../shared/drawing/service-shapes'
import type { Bounds } from '../../../shared/drawing/shape'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'
import type { Language } from '../../../shared/scenario/text'

export interface BoardModel {
  readonly scenario: Scenario
  readonly language: Language
  readonly services: ReadonlyMap<string, Bounds>
  readonly lines: ReadonlyMap<string, LineDrawing>
}

const NOTHING: Scenario = { dryrun: 1, title: '', services: [], connections: [] }

export const EMPTY_MODEL: BoardModel = {
  scenario: NOTHING,
  language: 'en',
  services: new Map(),
  lines: new Map(),
}

/** A service's box where it stands. */
export function boundsOfService(service: Service, language: Language): Bounds {
  return { ...service.position, ...serviceBox(service, language) }
}

const boxes: Record<Language, WeakMap<Service, Bounds>> = {
  en: new WeakMap(),
  ru: new WeakMap(),
}

function boxOf(service: Service, language: Language): Bounds {
  const known = boxes[language].get(service)
  if (known) return known
  const bounds = boundsOfService(service, language)
  boxes[language].set(service, bounds)
  return bounds
}

/** With more lines than this, a drag leaves labels where they are and makes room for itself when it ends. */
const YIELDING_LINES_MAX = 400

/**
 * The model after a change; lines that the change does not touch keep their drawings. `isPreview`: a gesture is
 * under way, and another frame follows.
 */
export function nextModel(
  before: BoardModel,
  scenario: Scenario,
  language: Language,
  lineWork: 'now' | 'later' = 'now',
  isPreview = false,
): BoardModel {
  if (before.scenario === scenario && before.language === language) return before
  const services = new Map<string, Bounds>()
  for (const service of scenario.services) services.set(service.id, boxOf(service, language))
  if (lineWork === 'later') return { scenario, language, services, lines: before.lines }
  const isMany = scenario.connections.length > YIELDING_LINES_MAX
  const moved = movedBetween(before.services, services)
  const covered = isPreview && isMany ? 'wait' : 'yield'
  const lines =
    before.language === language
      ? relayoutLines(before.lines, scenario, moved, language, covered)
      : layoutLines(scenario, language)
  return { scenario, language, services, lines }
}

/** Services that stand elsewhere, or are of another size. */
function movedBetween(
  before: ReadonlyMap<string, Bounds>,
  after: ReadonlyMap<string, Bounds>,
): Set<string> {
  const moved = new Set<string>()
  for (const [id, bounds] of after) {
    const old = before.get(id)
    if (old !== bounds && !(old && isSameBounds(old, bounds))) moved.add(id)
  }
  return moved
}

function isSameBounds(a: Bounds, b: Bounds): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height
}

/** Up to so many lines the labels are all placed anew when a gesture ends, as an export would place them. */
const SETTLE_LINES_MAX = 400

/** The same board with every line as the drawing lays it out from the start. */
export function settledModel(model: BoardModel): BoardModel {
  if (model.lines.size > SETTLE_LINES_MAX) return model
  const fresh = layoutLines(model.scenario, model.language)
  const isSame = [...fresh.values()].every((line) => isSameLine(line, model.lines.get(line.id)))
  return isSame ? model : { ...model, lines: fresh }
}

function isSameLine(a: LineDrawing, b: LineDrawing | undefined): boolean {
  return b !== undefined && a.path === b.path && isSameBounds(a.label.box, b.label.box)
}
