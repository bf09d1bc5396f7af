/**
 * Frames as an animated GIF: one palette for all, so that no colour flickers, and it plays for ever. Who makes
 * the pixels, and where gifenc comes from, differs between the page and the command line.
 */
import type { PictureLimits } from '../drawing/picture-limits'

type Palette = readonly (readonly number[])[]

/** What gifenc does. Colours are 8 bits a channel. */
export interface GifCodec {
  GIFEncoder(): {
    /** `index`: a palette index a pixel. `delay` in milliseconds; `repeat` 0 for ever. */
    writeFrame(
      index: Uint8Array,
      width: number,
      height: number,
      options: { palette?: Palette; delay: number; repeat?: number },
    ): void
    finish(): void
    bytes(): Uint8Array<ArrayBuffer>
  }
  quantize(rgba: Uint8Array, maxColors: number): Palette
  applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array
}

/** An image as it is before any format: four bytes a pixel, row by row. */
export interface Pixels {
  readonly rgba: Uint8Array
  readonly width: number
  readonly height: number
}

/** More than anybody watches, and as much as a message will carry. */
export const GIF_FRAMES_MAX = 150
/** A GIF of more pixels a frame takes minutes and is refused by most places it is sent to. */
export const GIF_LIMITS: PictureLimits = { sideMax: 4_000, areaMax: 2_000_000 }

const COLOURS = 256
/** Pixels that the palette is chosen from: more makes it slower and no better. */
const SAMPLE_PIXELS = 400_000
/** How long a step stands, and the last one before it begins again. */
const FRAME_MS = 700
const LAST_FRAME_MS = 2_500

/** Of so many pixels in all frames every how many-th is looked at for the palette. */
export const sampleStride = (pixels: number): number =>
  Math.max(1, Math.ceil(pixels / SAMPLE_PIXELS))

/** Pixels evenly out of a frame, whole ones: what is red only once must have its red. */
export function sampleOf({ rgba }: Pixels, stride: number): Uint8Array {
  const sample = new Uint8Array(Math.ceil(rgba.length / (4 * stride)) * 4)
  for (let from = 0, to = 0; from < rgba.length; from += 4 * stride, to += 4) {
    sample.set(rgba.subarray(from, from + 3), to)
    sample[to + 3] = 255
  }
  return sample
}

export interface GifWriter {
  /** Frames in order, all of one size. */
  add(frame: Pixels, isLast: boolean): void
  /** The file's bytes, after the last frame. */
  finish(): Uint8Array<ArrayBuffer>
}

/** `samples`: of every frame that will be added. */
export function gifWriter(codec: GifCodec, samples: readonly Uint8Array[]): GifWriter {
  const palette = codec.quantize(joined(samples), COLOURS)
  const encoder = codec.GIFEncoder()
  let isFirst = true
  return {
    add({ rgba, width, height }, isLast) {
      encoder.writeFrame(codec.applyPalette(rgba, palette), width, height, {
        delay: isLast ? LAST_FRAME_MS : FRAME_MS,
        ...(isFirst && { palette, repeat: 0 }),
      })
      isFirst = false
    },
    finish() {
      encoder.finish()
      return encoder.bytes()
    },
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
