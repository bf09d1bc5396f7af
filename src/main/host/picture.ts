/** The page's SVG as PNG, by the renderer that the command line uses too. */
import type { Outcome } from '../../shared/base/problem'
import { pngCarrying } from '../picture/carried'
import { rasterise } from '../picture/rasterise'
import { fontResources } from '../resources'

interface Picture {
  readonly pngBase64: string
  readonly width: number
  readonly height: number
  readonly scale: number
}

/**
 * `svg` is a document; what is no SVG, or cannot be drawn at any scale, is a problem. The picture carries the
 * scenario whose text is given.
 */
export async function drawPicture(
  svg: string,
  scale: number,
  carry?: string,
): Promise<Outcome<Picture>> {
  const picture = await rasterise(svg, scale, fontResources())
  if (!picture.ok) return picture
  const { png, ...size } = picture.value
  const bytes = carry === undefined ? png : Buffer.from(pngCarrying(png, carry))
  return { ok: true, value: { pngBase64: bytes.toString('base64'), ...size } }
}
