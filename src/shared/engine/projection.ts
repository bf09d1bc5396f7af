/**
 * A state of the timed machine in the words of the untimed one, where its content fits: the same places,
 * rows and messages without clocks, names and statistics. Both programs come from one scenario.
 */
import { canonicalise } from './canonical'
import type { Field } from './field'
import type { OrderFields, TokenFields } from './layout'
import type { Program } from './program'
import type { State } from './state'

const NOWHERE = -1

/** What is the same in both machines but may saturate: the untimed one counts no further. */
const SATURATING: ReadonlySet<keyof TokenFields> = new Set(['attempt', 'rank'])
const CONTENT = [
  'key',
  'order',
  'attempt',
  'deliveries',
  'rank',
  'outcome',
  'replica',
  'replied',
  'known',
] as const satisfies readonly (keyof TokenFields)[]

export class Projection {
  /** For each place of the timed program its number in the untimed one; scripted faults have none. */
  private readonly places: readonly number[]

  constructor(
    private readonly timed: Program,
    private readonly untimed: Program,
  ) {
    const down = new Map(
      untimed.places.flatMap((place, index) =>
        place.at === 'down' ? [[place.service, index]] : [],
      ),
    )
    this.places = timed.places.map((place, index) => {
      if (place.at === 'script') return NOWHERE
      if (place.at === 'cut') {
        const line = untimed.lines[place.line]
        return (place.half === 'publisher' ? line?.publisherHalf?.cut : line?.cut) ?? NOWHERE
      }
      return place.at === 'down' ? (down.get(place.service) ?? NOWHERE) : index
    })
  }

  /** Budgets read as nothing left. undefined: the untimed machine has no such state. */
  of(state: State): Uint32Array | undefined {
    const { timed, untimed } = this
    const stride = timed.layout.tokenWords
    const words = new Uint32Array(
      untimed.layout.tokensStart +
        ((state.length - timed.layout.tokensStart) / stride) * untimed.layout.tokenWords,
    )
    const fits = this.copyHeader(state, words) && this.copyKeys(state, words)
    const end = fits ? this.copyTokens(state, words) : NOWHERE
    if (end === NOWHERE) return undefined
    canonicalise(words, end, untimed.layout)
    return words.subarray(0, end)
  }

  private copyHeader(state: State, words: Uint32Array): boolean {
    const [from, to] = [this.timed.layout.header, this.untimed.layout.header]
    return (
      copy(from.limit, state, 0, to.limit, words, 0) &&
      copy(from.cuts, state, 0, to.cuts, words, 0) &&
      from.down.every((field, service) => copy(field, state, 0, to.down[service], words, 0))
    )
  }

  private copyKeys(state: State, words: Uint32Array): boolean {
    const [from, to] = [this.timed.layout, this.untimed.layout]
    return this.untimed.keys.every((_, key) => {
      const [source, target] = [
        from.keysStart + key * from.keyWords,
        to.keysStart + key * to.keyWords,
      ]
      const each = (fields: readonly Field[], others: readonly Field[]) =>
        fields.every((field, index) => copy(field, state, source, others[index], words, target))
      const names = Object.keys(from.orders[0] ?? {}) as (keyof OrderFields)[]
      return (
        copy(from.key.made, state, source, to.key.made, words, target) &&
        copy(from.key.replyCount, state, source, to.key.replyCount, words, target) &&
        each(from.key.replies, to.key.replies) &&
        from.orders.every((order, number) =>
          names.every(
            (name) => name === 'violated' || each(order[name], to.orders[number]?.[name] ?? []),
          ),
        )
      )
    })
  }

  /** Gives the end of the tokens, or NOWHERE. */
  private copyTokens(state: State, words: Uint32Array): number {
    const [from, to] = [this.timed.layout, this.untimed.layout]
    const callers = new Map<number, number>([[0, 0]])
    for (let t = from.tokensStart; t < state.length; t += from.tokenWords) {
      const own = from.token.own.get(state, t)
      if (own > 0) callers.set(own, callers.size)
    }
    let end = to.tokensStart
    for (let t = from.tokensStart; t < state.length; t += from.tokenWords) {
      const place = this.places[from.token.place.get(state, t)] ?? NOWHERE
      if (place === NOWHERE) continue
      to.token.place.set(words, end, place)
      const fits = CONTENT.every((name) =>
        copy(from.token[name], state, t, to.token[name], words, end, SATURATING.has(name)),
      )
      const own = callers.get(from.token.own.get(state, t)) ?? 0
      const link = callers.get(from.token.link.get(state, t)) ?? 0
      if (!fits || Math.max(own, link) > to.token.own.mask) return NOWHERE
      to.token.own.set(words, end, own)
      to.token.link.set(words, end, link)
      end += to.tokenWords
    }
    return end
  }
}

/** False: what is there does not fit, or the other machine has no place for it at all. */
function copy(
  from: Field,
  source: Uint32Array,
  sourceBase: number,
  to: Field | undefined,
  target: Uint32Array,
  targetBase: number,
  saturates = false,
): boolean {
  const value = from.get(source, sourceBase)
  if (value === 0) return true
  if (to === undefined || (value > to.mask && !saturates)) return false
  to.set(target, targetBase, Math.min(value, to.mask))
  return true
}
