/** A scenario inside a dropped picture, taken out in the page: the browser gives no path to ask the host with. */
import { type Carried, carriedByPng } from '../../shared/carrier/png-carrier'
import { isPng } from '../../shared/carrier/png-chunks'
import { carriedBySvg, isSvg } from '../../shared/carrier/svg-carrier'

/** What a scenario may be as text: more inside a picture is not one. */
const TEXT_BYTES_MAX = 16 * 1024 * 1024

export type FileText =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'carried'; readonly text: string }
  | { readonly is: 'nothing' | 'damage' | 'too-large' }

/** A file's text, or that of the scenario it carries. */
export async function textOf(file: File): Promise<FileText> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (isPng(bytes)) return fromPng(carriedByPng(bytes))
  const text = new TextDecoder().decode(bytes)
  if (!isSvg(text)) return { is: 'text', text }
  const carried = carriedBySvg(text)
  return carried.carries === 'scenario'
    ? { is: 'carried', text: carried.text }
    : { is: carried.carries }
}

async function fromPng(carried: Carried): Promise<FileText> {
  if (carried.carries !== 'scenario') return { is: carried.carries }
  try {
    const bytes = carried.compressed ? await inflated(carried.bytes) : carried.bytes
    if (bytes === undefined) return { is: 'too-large' }
    return { is: 'carried', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { is: 'damage' }
  }
}

/** Undefined as soon as it is larger than any scenario: nothing more is unpacked then. */
async function inflated(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  const whole = new Blob([Uint8Array.from(bytes)]).stream()
  const reader = whole.pipeThrough(new DecompressionStream('deflate')).getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > TEXT_BYTES_MAX) {
      await reader.cancel()
      return undefined
    }
    parts.push(value)
  }
  return new Uint8Array(await new Blob(parts.map((part) => Uint8Array.from(part))).arrayBuffer())
}
