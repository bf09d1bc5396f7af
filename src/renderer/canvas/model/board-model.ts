/** What the board shows now: the document with a gesture's preview, laid out. One store for every layer. */
import { create } from 'zustand'
import { relayoutLines } from '../../../shared/drawing/line-layout'
import { withZonesJoined } from '../../../shared/drawing/zone-members'
import type { Edit } from '../../../shared/scenario/edits'
import type { Scenario } from '../../../shared/scenario/scenario'
import { useDocument } from '../../state/document'
import { useSettings } from '../../state/settings'
import { type BoardModel, EMPTY_MODEL, nextModel, settledModel } from './next-model'
import { clearPreview, previewed, usePreview } from './preview'

export const useModel = create<BoardModel>()(() => EMPTY_MODEL)

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

/** Models of whole scenarios: an undo gives back the very same scenario, which is laid out already. */
const known = new WeakMap<Scenario, BoardModel>()

function modelFor(scenario: Scenario, lineWork: 'now' | 'later', isPreview: boolean): BoardModel {
  const { language } = useSettings.getState()
  const kept = isPreview ? undefined : known.get(scenario)
  if (kept?.language === language) return kept
  const next = nextModel(useModel.getState(), scenario, language, lineWork, isPreview)
  if (!isPreview && lineWork === 'now') known.set(scenario, next)
  return next
}

function update(lineWork: 'now' | 'later'): void {
  clearTimeout(rest)
  const { scenario: settled } = useDocument.getState()
  const scenario = previewed(settled, usePreview.getState())
  const before = useModel.getState()
  const began = performance.now()
  const next = modelFor(scenario, lineWork, scenario !== settled)
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

/**
 * Ends a gesture: its preview goes and its edits come in one change of the board and one undo step. Services
 * that it brought into a zone, or out of one, say so from then on.
 */
export function commitGesture(edits: readonly Edit[], gesture = newGesture()): void {
  isHeld = true
  try {
    clearPreview()
    const { scenario, edit: perform } = useDocument.getState()
    const { language } = useSettings.getState()
    for (const edit of withZonesJoined(scenario, edits, language)) perform(edit, gesture)
  } finally {
    isHeld = false
  }
  refresh()
  const model = useModel.getState()
  const settled = settledModel(model)
  if (settled === model) return
  known.set(settled.scenario, settled)
  useModel.setState(settled)
}
