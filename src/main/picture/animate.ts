/** Frames as an animated GIF: one palette for all, so that no colour flickers, and it plays for ever. */
import gifenc from 'gifenc'
import type { Pixels } from './rasterise'

const COLOURS = 256
/** Pixels that the palette is chosen from: more makes it slower and no better. */
const SAMPLE_PIXELS = 400_000
/** How long a step stands, and the last one before it begins again. */
const FRAME_MS = 700
const LAST_FRAME_MS = 2_500

/** The file's bytes. The frames are of one size; there is at least one. */
export function animate(frames: readonly Pixels[]): Uint8Array {
  const palette = gifenc.quantize(sampleOf(frames), COLOURS)
  const encoder = gifenc.GIFEncoder()
  frames.forEach(({ rgba, width, height }, at) => {
    const isLast = at === frames.length - 1
    encoder.writeFrame(gifenc.applyPalette(rgba, palette), width, height, {
      delay: isLast ? LAST_FRAME_MS : FRAME_MS,
      ...(at === 0 && { palette, repeat: 0 }),
    })
  })
  encoder.finish()
  return encoder.bytes()
}

/** Pixels evenly out of every frame: what is red only once must have its red. */
function sampleOf(frames: readonly Pixels[]): Uint8Array {
  const all = frames.reduce((sum, { width, height }) => sum + width * height, 0)
  const every = Math.max(1, Math.ceil(all / SAMPLE_PIXELS))
  const sample: number[] = []
  for (const { rgba } of frames) {
    for (let at = 0; at < rgba.length; at += 4 * every)
      sample.push(rgba[at] ?? 0, rgba[at + 1] ?? 0, rgba[at + 2] ?? 0, 255)
  }
  return Uint8Array.from(sample)
}
