/** What an export makes of the board and its run, as a file: a picture, a page or text. */
import { pngWith } from '../../../shared/carrier/png-carrier'
import { svgWith } from '../../../shared/carrier/svg-carrier'
import type { Drawing, Theme } from '../../../shared/drawing/shape'
import { toSvg } from '../../../shared/drawing/svg'
import { printScenario } from '../../../shared/scenario/print'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { BoardPicture } from '../../commands/board-picture'
import { paintPng } from '../../commands/paint-png'
import type { Delivered } from '../../state/deliver'
import { getHost } from '../../state/host'
import { fromBase64 } from '../base64'
import { deliverFile } from '../deliver-file'

export interface PictureWish extends Omit<BoardPicture, 'only'> {
  readonly format: 'png' | 'svg' | 'html' | 'gif' | 'mmd'
  readonly scale: 1 | 2 | 3
  readonly theme: Theme
  readonly background: 'paper' | 'transparent'
  readonly selectionOnly: boolean
  /** The picture opens again as the scenario. */
  readonly carry: boolean
}

export type Exported =
  | Delivered
  | { readonly ok: true; readonly name: string; readonly smaller: number }

/** Writes it out. `smaller` is the scale that was possible where the wished one was too large. */
export async function exportPicture(
  scenario: Scenario,
  drawing: Drawing,
  wish: PictureWish & { readonly format: 'png' | 'svg' },
  stem: string,
): Promise<Exported> {
  const { theme, background } = wish
  const text = wish.carry ? printScenario(scenario) : undefined
  const svg = () => toSvg(drawing, { theme, background, title: stem })
  if (wish.format === 'svg') {
    const carrying = text === undefined ? svg() : svgWith(svg(), text)
    return deliverFile(`${stem}.svg`, new TextEncoder().encode(carrying), 'image/svg+xml')
  }
  const picture = (await paintedHere(drawing, wish, text)) ?? (await byHost(svg(), wish, text))
  if (!picture.ok) return picture
  const delivered = await deliverFile(`${stem}.png`, picture.bytes, 'image/png')
  const isSmaller = delivered.ok && 'name' in delivered && picture.scale < wish.scale
  return isSmaller ? { ...delivered, smaller: picture.scale } : delivered
}

async function paintedHere(drawing: Drawing, wish: PictureWish, text: string | undefined) {
  const painted = await paintPng(drawing, wish)
  if (!painted) return undefined
  const png = new Uint8Array(await painted.blob.arrayBuffer())
  const bytes = text === undefined ? png : Uint8Array.from(pngWith(png, await deflated(text)))
  return { ok: true as const, bytes, scale: painted.scale }
}

/** As a zlib stream, which is what Compression Streams call `deflate`. */
async function deflated(text: string): Promise<Uint8Array> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function byHost(svg: string, { scale }: PictureWish, text: string | undefined) {
  const carry = text === undefined ? {} : { carry: text }
  const picture = await getHost().call('rasterise', { svg, scale, ...carry })
  if (!picture.ok) return { ok: false as const, problems: picture.problems }
  const { pngBase64, scale: fitting } = picture.value
  return { ok: true as const, bytes: fromBase64(pngBase64), scale: fitting }
}
