/** The state that is stood at, copied out of wherever it is kept. */
import { View } from './view'

export class StandingView extends View {
  load(words: Uint32Array, start: number, end: number): void {
    const length = end - start
    if (this.words.length < length) this.words = new Uint32Array(2 * length)
    const own = this.words
    for (let i = 0; i < length; i += 1) own[i] = words[start + i] as number
    this.end = length
  }

  get buffer(): Uint32Array {
    return this.words
  }
}
