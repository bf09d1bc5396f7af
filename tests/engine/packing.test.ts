/** The packed state: fields, choices, delays and conditions, each by itself. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalise } from '../../src/shared/engine/canonical'
import { packChoice, unpackChoice } from '../../src/shared/engine/choice'
import { parseCondition } from '../../src/shared/engine/condition'
import { delayOf, sampleUs } from '../../src/shared/engine/delay'
import { bitsFor, Packer } from '../../src/shared/engine/field'
import { machine } from '../../src/shared/engine/machine'
import { FAULT_KINDS } from '../../src/shared/scenario/scenario'
import { scenario } from '../support/builders'
import { compiled } from '../support/running'

describe('a field', () => {
  test('keeps what is written, and nothing of its neighbours', () => {
    const widths = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(widths, fc.infiniteStream(fc.nat(2 ** 30 - 1)), (bits, numbers) => {
        const packer = new Packer()
        const fields = bits.map((width) => packer.bits(width))
        const words = new Uint32Array(packer.words + 3)
        const values = fields.map((field) => Number(numbers.next().value) & field.mask)
        fields.forEach((field, index) => {
          field.set(words, 2, values[index] ?? 0)
        })
        expect(fields.map((field) => field.get(words, 2))).toEqual(values)
        expect([words[0], words[1], words.at(-1)]).toEqual([0, 0, 0])
      }),
    )
  })

  test('of width zero reads as 0 and ignores what is written', () => {
    const field = new Packer().bits(0)
    const words = new Uint32Array([0xffffffff])
    field.set(words, 0, 5)
    expect(field.get(words, 0)).toBe(0)
    expect(words[0]).toBe(0xffffffff)
  })

  test('refuses what does not fit', () => {
    expect(() => new Packer().upTo(6).set(new Uint32Array(1), 0, 8)).toThrow('does not fit')
    expect([0, 1, 2, 3, 4, 255, 256].map(bitsFor)).toEqual([0, 1, 2, 2, 3, 8, 9])
  })

  test('in two words keeps microseconds of a century', () => {
    const packer = new Packer()
    packer.bits(7)
    const wide = packer.wide()
    const words = new Uint32Array(packer.words)
    wide.set(words, 0, 3_155_760_000_123_457)
    expect(wide.get(words, 0)).toBe(3_155_760_000_123_457)
  })
})

test('a choice is one integer, and comes apart again', () => {
  const fault = fc.option(fc.constantFrom(...FAULT_KINDS), { nil: undefined })
  fc.assert(
    fc.property(fault, fc.nat(65_535), fc.nat(2047), (kind, index, way) => {
      const choice = packChoice(kind, index, way)
      expect(choice).toBeGreaterThanOrEqual(0)
      expect(unpackChoice(choice)).toEqual({ fault: kind, index, way })
    }),
  )
})

describe('the untimed machine', () => {
  const drawn = scenario()
    .rest('client -> orders')
    .rest('orders -> users')
    .broker('orders -> charging')
    .stimulus('client-orders', 'o1')
    .stimulus('client-orders', 'o2')
    .build()

  test('comes to the same words by either order of what does not matter', () => {
    const program = compiled(drawn, { timed: false })
    const system = machine(program)
    const [first, second] = system.enabled(system.initial)
    if (first === undefined || second === undefined) throw new Error('two customers, two choices')
    const afterFirst = system.apply(system.initial, first).state
    const afterSecond = system.apply(system.initial, second).state
    const sendOther = (state: typeof afterFirst) =>
      system
        .enabled(state)
        .map((choice) => system.apply(state, choice))
        .filter(({ steps }) => steps.some(({ kind }) => kind === 'stimulus'))
        .map((applied) => applied.state)
    const [either] = sendOther(afterFirst)
    const [or] = sendOther(afterSecond)
    expect(either).toEqual(or)
    if (either === undefined || or === undefined) throw new Error('the other one is sent too')
    expect(system.equal(either, or)).toBe(true)
  })

  test('is a few words a state', () => {
    const program = compiled(drawn, { timed: false, budgets: { crash: 1 } })
    expect(program.layout.tokenWords).toBe(1)
    expect(machine(program).initial.length).toBeLessThanOrEqual(6)
  })

  test('counts its faults', () => {
    const program = compiled(drawn, { timed: false, budgets: { crash: 1 } })
    const system = machine(program)
    const crashesIn = (state: typeof system.initial) =>
      system.enabled(state).filter((choice) => unpackChoice(choice).fault === 'crash')
    const [crash] = crashesIn(system.initial)
    if (crash === undefined) throw new Error('one crash is allowed')
    expect(crashesIn(system.apply(system.initial, crash).state)).toEqual([])
    expect(system.dueUs(system.initial, crash)).toBeUndefined()
  })

  test('canonical words stay as they are when put in order again', () => {
    const program = compiled(drawn, { timed: false })
    const system = machine(program)
    let { initial: state } = system
    for (let i = 0; i < 40; i += 1) {
      const choices = system.enabled(state)
      const choice = choices[(i * 7) % Math.max(1, choices.length)]
      if (choice === undefined) break
      state = system.apply(state, choice).state
      const again = state.slice()
      canonicalise(again, again.length, program.layout)
      expect(again).toEqual(state)
    }
  })
})

test('the timed machine compares by content: when it happened does not count', () => {
  const slow = scenario()
    .rest('client -> orders', { latency: { uniform: [1, 90] } })
    .build()
  const run = (seed: number) => {
    const system = machine(compiled(slow, { seed }))
    const state = [0, 1].reduce((at) => {
      const [choice] = system.enabled(at)
      return choice === undefined ? at : system.apply(at, choice).state
    }, system.initial)
    return { system, state }
  }
  const [one, two] = [run(1), run(2)]
  expect(one.state).not.toEqual(two.state)
  expect(one.system.equal(one.state, two.state)).toBe(true)
})

describe('a delay', () => {
  test('is the same for the same seed and thing, and another for another', () => {
    const delay = delayOf({ uniform: [10, 20] }, 0)
    expect(sampleUs(delay, 1, 5)).toBe(sampleUs(delay, 1, 5))
    expect(sampleUs(delay, 1, 5)).not.toBe(sampleUs(delay, 1, 6))
    expect(sampleUs(delay, 1, 5)).not.toBe(sampleUs(delay, 2, 5))
  })

  test.each([
    ['uniform', { uniform: [10, 30] } as const, 20_000],
    ['exponential', { exponential: 20 } as const, 20_000],
    ['lognormal', { lognormal: [20, 0.5] } as const, 20_000 * Math.exp(0.125)],
  ])('%s has the mean it should', (_law, duration, meanUs) => {
    const delay = delayOf(JSON.parse(JSON.stringify(duration)), 0)
    const samples = Array.from({ length: 40_000 }, (_, index) => sampleUs(delay, 7, index))
    const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length
    expect(Math.abs(mean / meanUs - 1)).toBeLessThan(0.02)
    expect(samples.every((sample) => Number.isInteger(sample) && sample >= 0)).toBe(true)
  })
})

describe('a condition', () => {
  test('knows which names it reads', () => {
    const condition = parseCondition("rows.order == 'none' || effects.charge - effects.refund <= 1")
    if (typeof condition === 'string') throw new Error(condition)
    expect(condition.names).toEqual(['rows.order', 'effects.charge', 'effects.refund'])
    expect(condition.countsTokens).toBe(false)
  })

  test.each(['', 'effects.charge <', 'charges == 1', '1 + 1', "'yes'"])('is not %j', (source) => {
    expect(typeof parseCondition(source)).toBe('string')
  })
})
