/**
 * States that cannot be told apart get the same words: tokens in sorted order, callers numbered by what they
 * are and not by when they began to wait. Called for every state of a search, it allocates nothing.
 */
import type { Layout } from './layout'

/** Sorts the tokens of `words[0..end)` in place and renumbers the links between them. */
export function canonicalise(words: Uint32Array, end: number, layout: Layout): void {
  const { tokensStart, tokenWords } = layout
  if (tokensStart >= end) return
  const { own } = layout.token
  const tokens = (end - tokensStart) / tokenWords
  if (tokens > scratch.callers.length) scratch = scratchFor(2 * tokens, scratch.renamed.length)
  let callers = 0
  for (let index = 0; index < tokens; index += 1)
    if (own.get(words, tokensStart + index * tokenWords) > 0) {
      scratch.callers[callers] = index
      callers += 1
    }
  if (callers > 0) renumberLinks(words, layout, tokens, callers)
  if (tokenWords === 1) sortWords(words, tokensStart, end)
  else sortTokens(words, tokensStart, end, tokenWords)
}

/** What one call notes down: the callers, and of every token the numbers it had. */
interface Scratch {
  readonly callers: Int32Array
  readonly owns: Int32Array
  readonly links: Int32Array
  /** By the number that a caller had: the one it gets. */
  readonly renamed: Int32Array
}

function scratchFor(tokens: number, numbers: number): Scratch {
  const words = () => new Int32Array(tokens)
  return { callers: words(), owns: words(), links: words(), renamed: new Int32Array(numbers) }
}

let scratch = scratchFor(64, 64)

/**
 * Callers are numbered in the order of their content, links left out; two alike, in the order of what they
 * wait for. Numbers left by callers of the same content and the same answers are interchangeable.
 */
function renumberLinks(words: Uint32Array, layout: Layout, tokens: number, callerCount: number) {
  const { own, link } = layout.token
  const { tokensStart, tokenWords } = layout
  if (own.mask >= scratch.renamed.length) scratch = withNumbers(own.mask + 1)
  const { callers, owns, links, renamed } = scratch
  for (let index = 0; index < tokens; index += 1) {
    const t = tokensStart + index * tokenWords
    const linked = link.get(words, t)
    owns[index] = own.get(words, t)
    links[index] = linked
    renamed[linked] = 0
    own.set(words, t, 0)
    link.set(words, t, 0)
  }
  if (callerCount > 1) sortCallers(words, layout, tokens, callerCount)
  for (let at = 0; at < callerCount; at += 1)
    renamed[owns[callers[at] as number] as number] = at + 1
  renamed[0] = 0
  for (let index = 0; index < tokens; index += 1) {
    const t = tokensStart + index * tokenWords
    own.set(words, t, renamed[owns[index] as number] as number)
    link.set(words, t, renamed[links[index] as number] as number)
  }
}

function withNumbers(numbers: number): Scratch {
  return { ...scratch, renamed: new Int32Array(numbers) }
}

/** Insertion sort of `scratch.callers`: there are few. */
function sortCallers(words: Uint32Array, layout: Layout, tokens: number, count: number): void {
  const { callers } = scratch
  for (let at = 1; at < count; at += 1) {
    const caller = callers[at] as number
    let to = at
    while (to > 0 && isAfter(words, layout, tokens, callers[to - 1] as number, caller)) {
      callers[to] = callers[to - 1] as number
      to -= 1
    }
    callers[to] = caller
  }
}

function isAfter(words: Uint32Array, layout: Layout, tokens: number, a: number, b: number) {
  const { tokensStart, tokenWords } = layout
  const at = (index: number) => tokensStart + index * tokenWords
  const order = compareTokens(words, at(a), at(b), tokenWords)
  if (order !== 0) return order > 0
  const [left, right] = [answerTo(a, tokens), answerTo(b, tokens)]
  if (left < 0 || right < 0) return right > left
  return compareTokens(words, at(left), at(right), tokenWords) > 0
}

/** The first token that answers this caller; -1: there is none. */
function answerTo(caller: number, tokens: number): number {
  const { owns, links } = scratch
  for (let index = 0; index < tokens; index += 1) if (links[index] === owns[caller]) return index
  return -1
}

function compareTokens(words: Uint32Array, a: number, b: number, stride: number): number {
  for (let i = 0; i < stride; i += 1) {
    const difference = (words[a + i] as number) - (words[b + i] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** Insertion sort: tokens are few and nearly in order. */
function sortWords(words: Uint32Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at += 1) {
    const word = words[at] as number
    let to = at
    while (to > start && (words[to - 1] as number) > word) {
      words[to] = words[to - 1] as number
      to -= 1
    }
    words[to] = word
  }
}

function sortTokens(words: Uint32Array, start: number, end: number, stride: number): void {
  for (let t = start + stride; t < end; t += stride) {
    for (let s = t; s > start && compareTokens(words, s - stride, s, stride) > 0; s -= stride) {
      for (let i = 0; i < stride; i += 1) {
        const swapped = words[s + i] as number
        words[s + i] = words[s - stride + i] as number
        words[s - stride + i] = swapped
      }
    }
  }
}
