/**
 * An SVG that carries a scenario: its exact bytes in Base64 inside `metadata`, which nothing draws and nothing
 * runs, and which no text of the scenario can break out of.
 */
import { base64, fromBase64 } from '../base/base64'
import { utf8Bytes } from '../base/utf8-bytes'
import { decodeUtf8 } from '../scenario/utf8'

const OPENING = '<dryrun:scenario xmlns:dryrun="urn:dryrun:scenario" encoding="base64">'
const CARRIED = /<dryrun:scenario\b[^>]*>([^<]*)<\/dryrun:scenario>/

/** The picture with the scenario's text right after its opening tag. */
export function svgWith(svg: string, text: string): string {
  const place = svg.indexOf('>', svg.indexOf('<svg ')) + 1
  const metadata = `<metadata>${OPENING}${base64(utf8Bytes(text))}</dryrun:scenario></metadata>`
  return svg.slice(0, place) + metadata + svg.slice(place)
}

export type CarriedText =
  | { readonly carries: 'scenario'; readonly text: string }
  | { readonly carries: 'nothing' }
  | { readonly carries: 'damage' }

export function carriedBySvg(svg: string): CarriedText {
  const found = CARRIED.exec(svg)
  if (found === null) return { carries: 'nothing' }
  const bytes = fromBase64(found[1] ?? '')
  const decoded = bytes && decodeUtf8(bytes)
  return decoded?.ok ? { carries: 'scenario', text: decoded.text } : { carries: 'damage' }
}

/** Whether a file's text begins as an SVG does, after what may stand before the root. */
export function isSvg(text: string): boolean {
  return /^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(
    text.slice(0, 4_096),
  )
}
