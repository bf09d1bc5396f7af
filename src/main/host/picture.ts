/** The page's SVG as PNG, by the renderer that the command line uses too. */
import type { Outcome } from '../../shared/base/problem'
import { rasterise } from '../picture/rasterise'
import { resourcesFolder } from '../resources'

interface Picture {
  readonly pngBase64: string
  readonly width: number
  readonly height: number
  readonly scale: number
}

/** `svg` is a document; what is no SVG, or cannot be drawn at any scale, is a problem. */
export async function drawPicture(svg: string, scale: number): Promise<Outcome<Picture>> {
  const picture = await rasterise(svg, scale, resourcesFolder())
  if (!picture.ok) return picture
  const { png, ...size } = picture.value
  return { ok: true, value: { pngBase64: png.toString('base64'), ...size } }
}
