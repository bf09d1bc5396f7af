/**
 * Two canvases: the still board, painted with a margin for one view, and over it what a drag moves. Reads the
 * stores when asked to paint; who asks, and when, is elsewhere.
 */
import type { Bounds } from '../../../shared/drawing/shape'
import { PALETTES } from '../../../shared/drawing/theme'
import type { Size } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { useSelection } from '../../state/selection'
import { themeShown, useSettings } from '../../state/settings'
import { useModel } from '../model/board-model'
import type { BoardModel } from '../model/next-model'
import { usePreview } from '../model/preview'
import { unionOf } from '../view/bounds'
import { useMounted } from '../view/mounted-store'
import { shownBounds, type View } from '../view/view'
import { useView } from '../view/view-store'
import { type Level, levelAt } from './level'
import { liveFrame } from './live-frame'
import { liveParts } from './live-parts'
import { type PaintJob, paintLines, paintScene } from './paint-scene'
import { paintSelection } from './paint-selection'
import { liveScene, SceneStore } from './scene'
import { marginOf, stretchFor } from './stretched'

/** What a run leaves of the lines that it does not use just now. */
const DIMMED = 0.5
/** More pixels than the eye gains from, and than a software painter can fill in a frame. */
const RATIO_MAX = 2
const NOBODY: ReadonlySet<string> = new Set()
const NO_SIZE: Size = { width: 0, height: 0 }

interface Still {
  readonly view: View
  readonly isBlank: boolean
  readonly model: BoardModel
  /** Left out, since they are being dragged. */
  readonly hidden: ReadonlySet<string>
  /** Everything else that it was painted from. */
  readonly looks: readonly unknown[]
}

export class BoardPainting {
  private readonly scenes = new SceneStore()
  private still: Still | null = null
  private isLiveBlank = true
  /** Of the drag under way: its canvas only grows. */
  private liveSize: Size = NO_SIZE
  isCrisp = true

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly liveCanvas: HTMLCanvasElement,
  ) {}

  /** Shifts and stretches what is painted to the view of now; false where that is not enough. */
  follow(): boolean {
    const { still } = this
    if (!still) return false
    if (still.isBlank) return true
    if (!this.isLiveBlank) return false
    const { view, size } = useView.getState()
    const stretch = stretchFor(still.view, view, size)
    if (!stretch) return false
    const { x, y, scale } = stretch
    this.canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`
    this.isCrisp = stretch.isCrisp
    return true
  }

  paint(): void {
    const model = useModel.getState()
    const looks = this.looksNow()
    const live = this.still && liveParts(this.still.model, model, usePreview.getState())
    const isWhole = looks[0] === true
    if (!live || !isWhole || this.still?.isBlank) {
      this.paintStill(model, NOBODY, looks)
      this.clearLive()
      this.liveSize = NO_SIZE
      return
    }
    const { still } = this
    const isAllHidden = [...live].every((id) => still?.hidden.has(id))
    const isSame = still && isAllHidden && still.looks.every((look, at) => look === looks[at])
    const hidden = isSame ? still.hidden : new Set([...(still?.hidden ?? []), ...live])
    // The board is painted as it was before the drag, without what is dragged, and not again until it ends.
    if (!isSame) this.paintStill(still?.model ?? model, hidden, looks)
    this.paintLive(model, hidden)
  }

  private looksNow(): readonly unknown[] {
    const { layer, strokes, isSettled } = useMounted.getState()
    const { view, size } = useView.getState()
    const theme = themeShown(useSettings.getState().theme)
    const isWhole = layer === 'far' || !isSettled
    const isPainted = isWhole || strokes === 'painted'
    const { ids } = useSelection.getState()
    return [isWhole, isPainted, view, size, theme, ids, useBoard.getState().mode]
  }

  private levelNow(): Level {
    const { layer, isSettled } = useMounted.getState()
    return layer === 'far' || !isSettled ? levelAt(useView.getState().view.zoom) : 'whole'
  }

  /** `frame`: what the canvas covers, in CSS pixels from the board's own corner. */
  private jobOn(context: CanvasRenderingContext2D, frame: Bounds, ratio: number): PaintJob {
    const { view } = useView.getState()
    const [x, y] = [ratio * (view.x - frame.x), ratio * (view.y - frame.y)]
    context.setTransform(ratio * view.zoom, 0, 0, ratio * view.zoom, x, y)
    return {
      context,
      palette: PALETTES[themeShown(useSettings.getState().theme)],
      view,
      level: this.levelNow(),
      shown: shownBounds({ ...view, x: view.x - frame.x, y: view.y - frame.y }, frame),
      linesOpacity: useBoard.getState().mode === 'run' ? DIMMED : 1,
    }
  }

  private paintStill(
    model: BoardModel,
    hidden: ReadonlySet<string>,
    looks: readonly unknown[],
  ): void {
    const { view, size } = useView.getState()
    const [isWhole, isPainted] = looks
    const wasBlank = this.still?.isBlank ?? true
    this.still = { view, isBlank: !isPainted, model, hidden, looks }
    this.isCrisp = true
    if (!isPainted && wasBlank) return
    const margin = marginOf(size)
    const frame = {
      x: -margin.x,
      y: -margin.y,
      width: size.width + 2 * margin.x,
      height: size.height + 2 * margin.y,
    }
    const context = this.canvas.getContext('2d')
    if (!context) return
    const ratio = sized(this.canvas, frame)
    this.canvas.style.left = `${frame.x}px`
    this.canvas.style.top = `${frame.y}px`
    this.canvas.style.transform = 'none'
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, this.canvas.width, this.canvas.height)
    if (!isPainted) return
    const job = this.jobOn(context, frame, ratio)
    if (!isWhole) {
      paintLines(job, this.scenes.linesOf(model))
      return
    }
    paintScene(job, this.scenes.of(model, job.level, hidden))
    const { ids } = useSelection.getState()
    paintSelection(job, model, hidden.size === 0 ? ids : without(ids, hidden))
  }

  /** On a canvas just large enough: a screenful would be cleared, copied and blended with every frame. */
  private paintLive(model: BoardModel, ids: ReadonlySet<string>): void {
    const { size, view } = useView.getState()
    const context = this.liveCanvas.getContext('2d')
    if (!context) return
    this.clearLive()
    this.isLiveBlank = false
    const scene = liveScene(model, this.levelNow(), ids)
    const around = unionOf([...scene.lines, ...scene.services].map((chunk) => chunk.bounds))
    const frame = around && liveFrame(around, view, size, this.liveSize)
    if (!frame) return
    this.liveSize = frame
    const ratio = sized(this.liveCanvas, frame)
    this.liveCanvas.style.transform = `translate(${frame.x}px, ${frame.y}px)`
    const job = this.jobOn(context, frame, ratio)
    paintScene(job, scene)
    const selected = [...useSelection.getState().ids].filter((id) => ids.has(id))
    paintSelection(job, model, new Set(selected))
  }

  private clearLive(): void {
    if (this.isLiveBlank) return
    this.isLiveBlank = true
    const context = this.liveCanvas.getContext('2d')
    context?.setTransform(1, 0, 0, 1, 0, 0)
    context?.clearRect(0, 0, this.liveCanvas.width, this.liveCanvas.height)
  }
}

/** Gives a canvas its size at the screen's own resolution; returns its pixels a CSS pixel. */
function sized(canvas: HTMLCanvasElement, { width, height }: Size): number {
  const ratio = Math.min(RATIO_MAX, window.devicePixelRatio || 1)
  const [pixelWidth, pixelHeight] = [Math.round(width * ratio), Math.round(height * ratio)]
  if (canvas.width !== pixelWidth) canvas.width = Math.max(1, pixelWidth)
  if (canvas.height !== pixelHeight) canvas.height = Math.max(1, pixelHeight)
  canvas.style.width = `${width}px`
  canvas.style.height = `${height}px`
  return ratio
}

function without(ids: ReadonlySet<string>, hidden: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...ids].filter((id) => !hidden.has(id)))
}
