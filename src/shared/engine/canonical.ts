/**
 * States that cannot be told apart get the same words: tokens in sorted order, callers numbered by what they
 * are and not by when they began to wait.
 */
import type { Layout } from './layout'

/** Sorts the tokens of `words[0..end)` in place and renumbers the links between them. */
export function canonicalise(words: Uint32Array, end: number, layout: Layout): void {
  const { tokensStart, tokenWords } = layout
  if (tokensStart >= end) return
  if (countCallers(words, end, layout) > 0) renumberLinks(words, end, layout)
  sortTokens(words, tokensStart, end, tokenWords)
}

function countCallers(words: Uint32Array, end: number, layout: Layout): number {
  let callers = 0
  for (let t = layout.tokensStart; t < end; t += layout.tokenWords)
    if (layout.token.own.get(words, t) > 0) callers += 1
  return callers
}

/**
 * Callers are numbered in the order of their content, links left out; two alike, in the order of what they
 * wait for. Numbers left by callers of the same content and the same answers are interchangeable.
 */
function renumberLinks(words: Uint32Array, end: number, layout: Layout): void {
  const { own, link } = layout.token
  const stride = layout.tokenWords
  const owns: number[] = []
  const links: number[] = []
  const callers: number[] = []
  for (let t = layout.tokensStart; t < end; t += stride) {
    const number = own.get(words, t)
    owns.push(number)
    links.push(link.get(words, t))
    if (number > 0) callers.push(owns.length - 1)
    own.set(words, t, 0)
    link.set(words, t, 0)
  }
  const at = (index: number) => layout.tokensStart + index * stride
  const answerOf = (index: number) => links.indexOf(owns[index] as number)
  if (callers.length > 1)
    callers.sort((a, b) => {
      const order = compareTokens(words, at(a), at(b), stride)
      if (order !== 0) return order
      const [left, right] = [answerOf(a), answerOf(b)]
      return left < 0 || right < 0
        ? right - left
        : compareTokens(words, at(left), at(right), stride)
    })
  const renamed = new Map<number, number>([[0, 0]])
  for (const [position, index] of callers.entries())
    renamed.set(owns[index] as number, position + 1)
  for (let index = 0; index < owns.length; index += 1) {
    own.set(words, at(index), renamed.get(owns[index] as number) ?? 0)
    link.set(words, at(index), renamed.get(links[index] as number) ?? 0)
  }
}

function compareTokens(words: Uint32Array, a: number, b: number, stride: number): number {
  for (let i = 0; i < stride; i += 1) {
    const difference = (words[a + i] as number) - (words[b + i] as number)
    if (difference !== 0) return difference
  }
  return 0
}

/** Insertion sort: tokens are few and nearly in order. */
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
