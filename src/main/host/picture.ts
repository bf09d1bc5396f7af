/** The page's SVG as PNG, by the renderer that the command line uses too. */
import type { Outcome } from '../../shared/base/problem'
import { failed, reasonOf } from '../host-problem'
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
  try {
    const { png, ...size } = await rasterise(svg, scale, resourcesFolder())
    return { ok: true, value: { pngBase64: Buffer.from(png).toString('base64'), ...size } }
  } catch (error) {
    return failed('host/cannot-draw', { reason: reasonOf(error) })
  }
}
