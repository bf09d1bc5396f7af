/** Puts a scene on a canvas: batches by their brush, words one by one, nothing that is out of sight. */
import type { Bounds, Stroke } from '../../../shared/drawing/shape'
import type { Palette } from '../../../shared/drawing/theme'
import { isOverlapping } from '../view/bounds'
import type { View } from '../view/view'
import type { Batch, Chunk } from './batches'
import { strokeCourse } from './course'
import { isTextShown, type Level } from './level'
import { paintShapes } from './painter'
import type { Scene } from './scene'

export interface PaintJob {
  readonly context: CanvasRenderingContext2D
  readonly palette: Palette
  readonly view: View
  readonly shown: Bounds
  readonly level: Level
  /** Of lines: what the run has not reached steps back. */
  readonly linesOpacity: number
}

/** The lines alone: under near services that are too crowded for lines of elements. */
export function paintLines(job: PaintJob, scene: Pick<Scene, 'lines'>): void {
  for (const chunk of scene.lines) paintChunk(job, chunk, job.linesOpacity)
}

export function paintScene(job: PaintJob, scene: Scene): void {
  for (const chunk of scene.zones) paintChunk(job, chunk, 1)
  for (const chunk of scene.lines) paintChunk(job, chunk, job.linesOpacity)
  for (const chunk of scene.services) paintChunk(job, chunk, 1)
  for (const chunk of scene.notes) paintChunk(job, chunk, 1)
}

function paintChunk(job: PaintJob, chunk: Chunk, opacity: number): void {
  if (!isOverlapping(chunk.bounds, job.shown)) return
  const { context, palette } = job
  for (const batch of chunk.batches) paintBatch(job, batch, opacity)
  paintCourses(job, chunk, opacity)
  if (job.level === 'outlines') return
  const texts = chunk.texts.filter((text) => isTextShown(text, job.shown))
  const words =
    opacity === 1 ? texts : [{ shape: 'group', x: 0, y: 0, opacity, shapes: texts } as const]
  paintShapes(context, words, palette, { scale: job.view.zoom })
}

/** Under this zoom a dash is under three pixels: the eye sees a thin line, the painter hard work. */
const DASH_ZOOM = 0.4

function paintCourses(job: PaintJob, { courses }: Chunk, opacity: number): void {
  const { context, palette, view, level, shown } = job
  for (const course of courses) {
    context.globalAlpha = opacity * course.opacity
    setStroke(context, { ...course.stroke, cap: 'butt' }, palette, view.zoom, level)
    strokeCourse(context, course, shown, view.zoom >= DASH_ZOOM)
  }
  context.globalAlpha = 1
}

function paintBatch(
  { context, palette, view, level }: PaintJob,
  batch: Batch,
  opacity: number,
): void {
  context.globalAlpha = opacity * batch.opacity
  if (batch.fill) {
    context.fillStyle = palette[batch.fill]
    context.fill(batch.path)
  }
  if (batch.stroke) {
    setStroke(context, batch.stroke, palette, view.zoom, level)
    context.stroke(batch.path)
  }
  context.globalAlpha = 1
}

function setStroke(
  context: CanvasRenderingContext2D,
  { ink, width, dash, cap }: Stroke,
  palette: Palette,
  zoom: number,
  level: Level,
): void {
  context.strokeStyle = palette[ink]
  // Thinner than a pixel a line fades away.
  context.lineWidth = Math.max(width, (level === 'outlines' ? 0.9 : 0.7) / zoom)
  context.lineCap = cap ?? 'butt'
  context.lineJoin = level === 'outlines' ? 'bevel' : 'round'
  context.setLineDash(dash && level === 'whole' ? [...dash] : [])
}
