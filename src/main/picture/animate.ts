/// <reference path="../../shared/export/gifenc.d.ts" />
/** Frames in memory as an animated GIF. */
import gifenc from 'gifenc'
import { gifWriter, type Pixels, sampleOf, sampleStride } from '../../shared/export/gif'

/** The file's bytes. The frames are of one size; there is at least one. */
export function animate(frames: readonly Pixels[]): Uint8Array {
  const stride = sampleStride(frames.reduce((sum, { width, height }) => sum + width * height, 0))
  const writer = gifWriter(
    gifenc,
    frames.map((frame) => sampleOf(frame, stride)),
  )
  for (const [at, frame] of frames.entries()) writer.add(frame, at === frames.length - 1)
  return writer.finish()
}
