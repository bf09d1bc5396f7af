/** The content of a timed state: what is left when clocks, names of messages and statistics are dropped. */
import { canonicalise } from './canonical'
import type { Layout } from './layout'
import type { Program } from './program'
import type { State } from './state'

/** Whether two states of one program cannot be told apart by their content. */
export function contentEqual(program: Program, a: State, b: State): boolean {
  if (a.length !== b.length) return false
  return program.timed
    ? sameWords(contentOf(program.layout, a), contentOf(program.layout, b))
    : sameWords(a, b)
}

function sameWords(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length !== b.length) return false
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false
  return true
}

function contentOf(layout: Layout, state: State): Uint32Array {
  const { tokensStart, tokenWords, contentWords, header } = layout
  const words = new Uint32Array(state.length)
  words.set(state.subarray(0, tokensStart))
  header.seq.set(words, 0, 0)
  header.serial.set(words, 0, 0)
  header.now.set(words, 0, 0)
  for (const crashes of header.crashes) crashes.set(words, 0, 0)
  for (let t = tokensStart; t < state.length; t += tokenWords)
    words.set(state.subarray(t, t + contentWords), t)
  canonicalise(words, words.length, layout)
  return words
}
