/**
 * A PNG that carries a scenario: one `iTXt` chunk under a keyword of our own (PNG specification, 11.3.3.4).
 * Every chunk is searched, so that another tool's text hides nothing, and no other chunk is touched. Who calls
 * compresses: this room has no zlib.
 */
import { chunk, chunksOf, isIntact, isPng, PNG_SIGNATURE, type PngChunk } from './png-chunks'

const KEYWORD = 'Dryrun scenario'
const COMPRESSED = 1

export type Carried =
  | { readonly carries: 'scenario'; readonly compressed: boolean; readonly bytes: Uint8Array }
  | { readonly carries: 'nothing' }
  /** The chunk is there, but not as it was written; or the file ends too early. */
  | { readonly carries: 'damage' }

/** The same picture with the text, which is given as a zlib stream; an earlier one of ours gives way. */
export function pngWith(png: Uint8Array, zlibStream: Uint8Array): Uint8Array {
  const chunks = chunksOf(png)?.filter((one) => !isOurs(one))
  const end = chunks?.at(-1)
  if (chunks === undefined || end?.type !== 'IEND') throw new Error('a PNG of ours ends with IEND')
  const ours = chunk('iTXt', Uint8Array.from([...head(), ...zlibStream]))
  const others = chunks.slice(0, -1).map(({ bytes }) => bytes)
  return joined([Uint8Array.from(PNG_SIGNATURE), ...others, ours, end.bytes])
}

export function carriedByPng(png: Uint8Array): Carried {
  if (!isPng(png)) return { carries: 'nothing' }
  const chunks = chunksOf(png)
  if (chunks === undefined) return { carries: 'damage' }
  const ours = chunks.find(isOurs)
  if (ours === undefined) return { carries: 'nothing' }
  if (!isIntact(ours)) return { carries: 'damage' }
  const { content } = ours
  const compressed = content[KEYWORD.length + 1] === COMPRESSED
  // Language and translated keyword end with a zero each; both are empty where we wrote them.
  const language = content.indexOf(0, KEYWORD.length + 3)
  const translated = language < 0 ? -1 : content.indexOf(0, language + 1)
  if (translated < 0) return { carries: 'damage' }
  return { carries: 'scenario', compressed, bytes: content.subarray(translated + 1) }
}

/** Keyword, zero, compressed, method 0 (zlib), no language, no translated keyword. */
function head(): number[] {
  return [...letters(KEYWORD), 0, COMPRESSED, 0, 0, 0]
}

function isOurs({ type, content }: PngChunk): boolean {
  return (
    type === 'iTXt' &&
    content[KEYWORD.length] === 0 &&
    letters(KEYWORD).every((letter, at) => content[at] === letter)
  )
}

const letters = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0))

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
