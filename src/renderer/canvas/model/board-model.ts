/**
 * What the board shows: the scenario (with a gesture's preview) and the geometry the drawing gives it. Lines
 * are laid out by `drawing` alone; here it is only decided which of them must be laid out anew.
 */
import { create } from 'zustand'
import { type LineDrawing, layoutLines, relayoutLines } from '../../../shared/drawing/line-layout'
import { serviceBox } from '../../../shared/drawing/service-shapes'
import type { Bounds } from '../../../shared/drawing/shape'
import type { Edit } from '../../../shared/scenario/edits'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Service } from '../../../shared/scenario/service'
import type { Language } from '../../../shared/scenario/text'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { clearPreview, previewed, usePreview } from './preview'

export interface BoardModel {
  readonly scenario: Scenario
  readonly language: Language
  readonly services: ReadonlyMap<string, Bounds>
  readonly lines: ReadonlyMap<string, LineDrawing>
}

const NO_LINES: ReadonlyMap<string, LineDrawing> = new Map()
const EMPTY: Scenario = { dryrun: 1, title: '', services: [], connections: [] }

export const useModel = create<BoardModel>()(() => ({
  scenario: EMPTY,
  language: 'en',
  services: new Map(),
  lines: NO_LINES,
}))

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

/** The model after a change; lines that the change does not touch keep their drawings. */
export function nextModel(
  before: BoardModel,
  scenario: Scenario,
  language: Language,
  lineWork: 'now' | 'later' = 'now',
): BoardModel {
  if (before.scenario === scenario && before.language === language) return before
  const services = new Map<string, Bounds>()
  for (const service of scenario.services) services.set(service.id, boxOf(service, language))
  if (lineWork === 'later') return { scenario, language, services, lines: before.lines }
  const lines =
    before.language === language
      ? relayoutLines(before.lines, scenario, movedBetween(before.services, services), language)
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

let isHeld = false
/** Lines whose layout takes longer than this (milliseconds) do not follow a drag frame by frame. */
const LINE_WORK_MS_MAX = 40
/** They follow when the pointer rests. */
const REST_MS = 90
let rest: ReturnType<typeof setTimeout> | undefined
let isDear = false

function refresh(): void {
  if (isHeld) return
  const preview = usePreview.getState()
  const isUnderWay = preview.positions.size > 0
  update(isUnderWay && isDear ? 'later' : 'now')
  if (!isUnderWay) isDear = false
}

function update(lineWork: 'now' | 'later'): void {
  clearTimeout(rest)
  const scenario = previewed(useDocument.getState().scenario, usePreview.getState())
  const before = useModel.getState()
  const began = performance.now()
  const next = nextModel(before, scenario, useSettings.getState().language, lineWork)
  if (lineWork === 'now') isDear = performance.now() - began > LINE_WORK_MS_MAX
  if (next !== before) useModel.setState(next)
  if (lineWork === 'later') rest = setTimeout(catchUp, REST_MS)
}

/** Lays out the lines that a drag has left behind. */
function catchUp(): void {
  const { scenario, language, services, lines } = useModel.getState()
  useModel.setState({ lines: relayoutLines(lines, scenario, new Set(services.keys()), language) })
}

/** Keeps the model in step with the document, the preview and the language; returns the way to stop. */
export function startModel(): () => void {
  refresh()
  const stops = [
    useDocument.subscribe(refresh),
    usePreview.subscribe(refresh),
    useSettings.subscribe(refresh),
  ]
  return () => {
    clearTimeout(rest)
    for (const stop of stops) stop()
  }
}

let lastGesture = 0

/** A name no other gesture has: edits under one name are one undo step. */
export function newGesture(): string {
  lastGesture += 1
  return `canvas ${lastGesture}`
}

/** Ends a gesture: its preview goes and its edits come in one change of the board and one undo step. */
export function commitGesture(edits: readonly Edit[], gesture = newGesture()): void {
  isHeld = true
  try {
    clearPreview()
    for (const edit of edits) useDocument.getState().edit(edit, gesture)
  } finally {
    isHeld = false
  }
  refresh()
  const model = useModel.getState()
  const settled = settledModel(model)
  if (settled !== model) useModel.setState(settled)
}
