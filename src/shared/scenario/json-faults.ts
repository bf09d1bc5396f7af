/**
 * Where a text stops being JSON (RFC 8259), found without recursion and the same on every host: engines
 * word `JSON.parse`'s complaint differently and some leave the place out. Knows nothing of scenarios.
 */

interface TextPlace {
  /** From 1, as editors count. */
  readonly line: number
  readonly column: number
}

type JsonFault =
  | { readonly fault: 'ends'; readonly place: TextPlace }
  | { readonly fault: 'unexpected'; readonly place: TextPlace; readonly found: string }

export function placeAt(text: string, offset: number): TextPlace {
  let line = 1
  let lineStart = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1
    lineStart = at + 1
  }
  return { line, column: offset - lineStart + 1 }
}

/** The offset where nesting first exceeds `limit`, or `undefined`. Brackets inside texts do not count. */
export function tooDeepAt(text: string, limit: number): number | undefined {
  let depth = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x22) {
      i = closingQuote(text, i)
    } else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > limit) return i
    } else if (code === 0x5d || code === 0x7d) {
      depth -= 1
    }
  }
  return undefined
}

function closingQuote(text: string, opening: number): number {
  for (let i = opening + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x5c) i += 1
    else if (code === 0x22) return i
  }
  return text.length
}

const SPACE = /[ \t\n\r]*/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y
const WORD = /true|false|null/y
/** The first fault of a text that is not JSON; `undefined` if it is. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('[' | '{')[] = []
  // What may stand next. A comma in a list or an object must be followed by one more.
  let next: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' = 'value'
  let at = 0

  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    if (!pattern.test(text)) return false
    at = pattern.lastIndex
    return true
  }
  const skipString = (): JsonFault | undefined => {
    const read = stringAt(text, at)
    if (typeof read !== 'number') return read
    at = read
    return undefined
  }

  for (;;) {
    skip(SPACE)
    const letter = text[at]
    if (next === ', or end' && open.length === 0) {
      return at >= text.length ? undefined : unexpectedAt(text, at)
    }
    if (letter === undefined) return { fault: 'ends', place: placeAt(text, at) }
    if (next === ', or end') {
      const inside = open.at(-1)
      if (letter === ',') next = inside === '[' ? 'value' : 'key'
      else if (letter === (inside === '[' ? ']' : '}')) open.pop()
      else return unexpectedAt(text, at)
      at += 1
    } else if (next === ':') {
      if (letter !== ':') return unexpectedAt(text, at)
      next = 'value'
      at += 1
    } else if (next === 'key' || next === 'key or }') {
      if (letter === '}' && next === 'key or }') {
        open.pop()
        next = ', or end'
        at += 1
      } else if (letter === '"') {
        const broken = skipString()
        if (broken) return broken
        next = ':'
      } else return unexpectedAt(text, at)
    } else if (letter === ']' && next === 'value or ]') {
      open.pop()
      next = ', or end'
      at += 1
    } else if (letter === '[' || letter === '{') {
      open.push(letter)
      next = letter === '[' ? 'value or ]' : 'key or }'
      at += 1
    } else if (letter === '"') {
      const broken = skipString()
      if (broken) return broken
      next = ', or end'
    } else if (skip(NUMBER)) {
      if (/^(?:\.|[eE][+-]?)$/.test(text.slice(at, at + 3))) at = text.length
      next = ', or end'
    } else if (skip(WORD)) next = ', or end'
    else if (isCutWord(text.slice(at))) return { fault: 'ends', place: placeAt(text, text.length) }
    else return unexpectedAt(text, at)
  }
}

function unexpectedAt(text: string, at: number): JsonFault {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0xfffd)
  return { fault: 'unexpected', place: placeAt(text, at), found: JSON.stringify(letter) }
}

/** The offset behind a text in quotes, or what is wrong with it. By hand: a pattern's stack is too small. */
function stringAt(text: string, opening: number): number | JsonFault {
  for (let i = opening + 1; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0x22) return i + 1
    if (code < 0x20) return unexpectedAt(text, i)
    if (code !== 0x5c) continue
    ESCAPE.lastIndex = i
    if (ESCAPE.test(text)) i = ESCAPE.lastIndex - 1
    else if (/^\\(?:u[0-9a-fA-F]{0,3})?$/.test(text.slice(i, i + 6))) break
    else return unexpectedAt(text, i)
  }
  return { fault: 'ends', place: placeAt(text, text.length) }
}

/** `tru`, `-`: the beginning of a word or a number at the very end of the text. */
function isCutWord(rest: string): boolean {
  return rest === '-' || ['true', 'false', 'null'].some((word) => word.startsWith(rest))
}
