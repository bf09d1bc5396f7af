/** Puts states together of the contents of their parts, and takes them apart again. */
import type { Program } from '../program'
import type { View } from '../view'
import { PartStates } from './part-states'
import type { Parts } from './parts'

export class Composition {
  /** By part. */
  readonly contents: readonly PartStates[]
  /** What was composed last: from 0 up to the end that `compose` gave. */
  buffer = new Uint32Array(256)
  /** The most callers that each part has had, all together. */
  callersMax = 0
  private scratch = new Uint32Array(256)
  private readonly sharedWords: number

  constructor(
    program: Program,
    private readonly parts: Parts,
  ) {
    this.sharedWords = program.layout.tokensStart
    this.contents = Array.from({ length: parts.count }, () => new PartStates(program))
  }

  /** The state of these parts with these contents and nothing else, callers numbered apart; gives its end. */
  compose(parts: readonly number[], contents: ArrayLike<number>, shared: Uint32Array): number {
    let length = this.sharedWords
    for (let at = 0; at < parts.length; at += 1)
      length += this.of(parts[at]).wordsOf(contents[at] as number)
    if (this.buffer.length < length) this.buffer = new Uint32Array(2 * length)
    for (let i = 0; i < this.sharedWords; i += 1) this.buffer[i] = shared[i] as number
    let end = this.sharedWords
    let callers = 0
    for (let at = 0; at < parts.length; at += 1) {
      const states = this.of(parts[at])
      const content = contents[at] as number
      end = states.write(content, this.buffer, end, callers)
      callers += states.callersOf(content)
    }
    return end
  }

  /** The content that this part has in the state that `view` shows. */
  contentIn(view: View, words: Uint32Array, part: number): number {
    const { ofPlace } = this.parts
    if (this.scratch.length < view.last) this.scratch = new Uint32Array(2 * view.last)
    let end = this.sharedWords
    for (let t = view.first; t < view.last; t += view.stride) {
      if (ofPlace[view.placeNumber(t)] !== part) continue
      for (let i = 0; i < view.stride; i += 1, end += 1) this.scratch[end] = words[t + i] as number
    }
    const states = this.of(part)
    const before = states.callersMax
    const content = states.numberOf(this.scratch, end)
    this.callersMax += states.callersMax - before
    return content
  }

  get bytes(): number {
    return this.contents.reduce((sum, { bytes }) => sum + bytes, 0)
  }

  private of(part: number | undefined): PartStates {
    return this.contents[part ?? -1] as PartStates
  }
}
