/**
 * Messages on their way as finished little pictures. Of hundreds in sight most look the same: each look is painted
 * once and then copied, which costs a tenth.
 */
import { boundsOfShape } from '../../../shared/drawing/bounds'
import { flightShapes } from '../../../shared/drawing/flight-shapes'
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import type { Palette } from '../../../shared/drawing/theme'
import type { Flight } from '../../../shared/engine/moment'
import type { Point } from '../../../shared/scenario/place'
import { paintShapes } from '../far/painter'
import { unionOf } from '../view/bounds'

interface Sprite {
  /** Finished pixels: a canvas would be looked over for changes at each copy. */
  readonly picture: ImageBitmap
  /** From the picture's corner to the message's middle, in the screen's own pixels. */
  readonly middle: Point
}

export class FlightSprites {
  private readonly sprites = new Map<string, Sprite>()
  private palette: Palette | null = null
  private scale = 0

  /** `scale`: the screen's own pixels a board unit. Pictures of another size or theme are forgotten. */
  begin(palette: Palette, scale: number): void {
    if (palette === this.palette && scale === this.scale) return
    for (const { picture } of this.sprites.values()) picture.close()
    this.sprites.clear()
    this.palette = palette
    this.scale = scale
  }

  /** `at`: the message's middle on the canvas, whose transform is the identity. */
  draw(context: CanvasRenderingContext2D, flight: Flight, line: LineDrawing, at: Point): void {
    const { kind, order, late } = flight
    const key = `${line.ink} ${kind} ${late} ${order}`
    const sprite = this.sprites.get(key) ?? this.painted(flight, line)
    if (!sprite) return
    this.sprites.set(key, sprite)
    const { picture, middle } = sprite
    context.drawImage(picture, Math.round(at.x - middle.x), Math.round(at.y - middle.y))
  }

  private painted(flight: Flight, line: LineDrawing): Sprite | null {
    const { palette, scale } = this
    const shapes = flightShapes(flight, line, flight.sentUs)
    const bounds = unionOf(shapes.map(boundsOfShape))
    if (!palette || !bounds) return null
    const margin = 1
    const canvas = new OffscreenCanvas(
      Math.ceil(bounds.width * scale) + 2 * margin,
      Math.ceil(bounds.height * scale) + 2 * margin,
    )
    const context = canvas.getContext('2d')
    if (!context) return null
    context.setTransform(scale, 0, 0, scale, margin - bounds.x * scale, margin - bounds.y * scale)
    paintShapes(context, shapes, palette)
    const middle = { x: canvas.width / 2, y: canvas.height / 2 }
    return { picture: canvas.transferToImageBitmap(), middle }
  }
}
