/// <reference path="../../shared/export/gifenc.d.ts" />
/**
 * Drawings as an animated GIF. Each is drawn twice, because all frames at once are a gigabyte and more: small, to
 * choose the colours, and then for the file.
 */
import gifenc from 'gifenc'
import { gifWriter, sampleOf, sampleStride } from '../../shared/export/gif'
import type { DrawPixels } from './rasterise'

/** A line of one unit still has its own colour. */
const LOOKED_AT = 0.5

/** The file's bytes. The drawings are of one size, `scale` fits it, and there is at least one. */
export async function animate(
  svgs: readonly string[],
  scale: number,
  draw: DrawPixels,
): Promise<Uint8Array> {
  const samples: Uint8Array[] = []
  for (const svg of svgs) {
    const small = await draw(svg, scale * LOOKED_AT)
    samples.push(sampleOf(small, sampleStride(small.width * small.height * svgs.length)))
  }
  const writer = gifWriter(gifenc, samples)
  for (const [at, svg] of svgs.entries()) {
    writer.add(await draw(svg, scale), at === svgs.length - 1)
  }
  return writer.finish()
}
