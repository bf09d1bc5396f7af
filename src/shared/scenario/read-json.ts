/**
 * A file's text to a JSON value, or why it is none: size, depth and grammar, each checked before the check
 * that would be hurt without it. Knows nothing of what the value means.
 */
import { foreignText } from './foreign'
import { jsonFault, placeAt, tooDeepAt } from './json-faults'
import type { Fault } from './problem-texts'
import { isLongerThan } from './utf8'

const FILE_MIB_MAX = 16
export const FILE_BYTES_MAX = FILE_MIB_MAX * 1024 * 1024
export const DEPTH_MAX = 64

type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: Fault }

export const tooLarge: Fault = {
  code: 'scenario/too-large',
  path: [],
  values: { limitMiB: FILE_MIB_MAX },
}

const refused = (fault: Fault): ReadJson => ({ ok: false, fault })

/** The value that a text holds, or the one fault that stands in the way. Never throws. */
export function readJson(text: string): ReadJson {
  if (isLongerThan(text, FILE_BYTES_MAX)) return refused(tooLarge)
  const plain = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  if (plain.trim() === '') return refused({ code: 'scenario/empty', path: [] })
  const deep = tooDeepAt(plain, DEPTH_MAX)
  if (deep !== undefined) {
    const values = { limit: DEPTH_MAX, ...placeAt(plain, deep) }
    return refused({ code: 'scenario/too-deep', path: [], values })
  }
  let raw: unknown
  try {
    raw = MENDABLE.test(plain) ? JSON.parse(plain, mended) : JSON.parse(plain)
  } catch {
    return refused(syntaxFault(plain))
  }
  return { ok: true, value: raw }
}

/** A reviver makes parsing several times slower, so only a text that could need it gets one. */
const MENDABLE = /\\u[dD][89a-fA-F]|\p{Surrogate}/u

/** Half a surrogate pair survives JSON but no file and no picture: it becomes U+FFFD here, once. */
function mended(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replace(/\p{Surrogate}/gu, '\ufffd') : value
}

function syntaxFault(text: string): Fault {
  const format = foreignText(text)
  if (format) return { code: 'scenario/foreign-file', path: [], values: { format } }
  const fault = jsonFault(text)
  if (!fault) throw new Error('JSON.parse refused what the grammar allows')
  if (fault.fault === 'ends')
    return { code: 'scenario/truncated', path: [], values: { ...fault.place } }
  return {
    code: 'scenario/bad-json',
    path: [],
    values: { ...fault.place, found: fault.found },
  }
}
