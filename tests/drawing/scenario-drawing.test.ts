import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, boundsOfShape } from '../../src/shared/drawing/bounds'
import { textWidth } from '../../src/shared/drawing/font'
import { lineSample, protocolsOf } from '../../src/shared/drawing/legend'
import { LINE_STYLES } from '../../src/shared/drawing/line-style'
import { drawScenario } from '../../src/shared/drawing/scenario-drawing'
import { serviceBox, serviceShapes } from '../../src/shared/drawing/service-shapes'
import type { Shape } from '../../src/shared/drawing/shape'
import { PROTOCOLS } from '../../src/shared/scenario/connection'
import { SERVICE_KINDS, type Service } from '../../src/shared/scenario/service'
import { point, scenarios } from '../support/arbitraries'
import { everyProtocol, sampleMarks, threeServices } from '../support/drawing-samples'

function textsOf(shapes: readonly Shape[]): string[] {
  return shapes.flatMap((shape) =>
    shape.shape === 'text' ? [shape.text] : shape.shape === 'group' ? textsOf(shape.shapes) : [],
  )
}

describe('a drawing', () => {
  test('holds every shape, with room around it', () => {
    fc.assert(
      fc.property(
        scenarios({ services: 5, connections: 10, stimuli: 0, actions: 0 }),
        fc.boolean(),
        (scenario, legend) => {
          const { bounds, shapes } = drawScenario(scenario, { language: 'ru', legend })
          for (const box of shapes.map(boundsOfShape)) {
            expect(box.x).toBeGreaterThanOrEqual(bounds.x + 20)
            expect(box.y).toBeGreaterThanOrEqual(bounds.y + 20)
            expect(box.x + box.width).toBeLessThanOrEqual(bounds.x + bounds.width - 20)
            expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height - 20)
          }
        },
      ),
    )
  })

  test('of nothing is an empty sheet', () => {
    const empty = drawScenario(
      { dryrun: 1, title: '', services: [], connections: [] },
      { language: 'en', legend: true },
    )
    expect(empty.shapes).toEqual([])
    expect(empty.bounds.width).toBeGreaterThan(0)
  })

  test('names every service and what every line carries', () => {
    const texts = textsOf(drawScenario(threeServices, { language: 'ru' }).shapes)
    expect(texts).toEqual(expect.arrayContaining(['Client', 'Заказы', 'Orders DB', 'Уведомления']))
    expect(texts.filter((text) => text === 'OrderCreated')).toHaveLength(2)
    expect(texts.filter((text) => text === 'RABBITMQ')).toHaveLength(2)
  })

  test('numbers the lines of a service without handlers, and only those', () => {
    const numbers = (scenario: typeof threeServices) =>
      textsOf(drawScenario(scenario, { language: 'en' }).shapes).filter((t) => /^\d$/.test(t))
    expect(numbers(threeServices).sort()).toEqual(['1', '2', '3'])
    const services = threeServices.services.map((s) => ({ ...s, handlers: [] }))
    expect(numbers({ ...threeServices, services })).toEqual([])
  })

  test('of a selection shows the things chosen and the lines between them', () => {
    const only = new Set(['client', 'orders'])
    const texts = textsOf(drawScenario(threeServices, { language: 'en', only }).shapes)
    expect(texts).toContain('POST /orders')
    expect(texts).not.toContain('OrderCreated')
    expect(texts).not.toContain('Card charge')
  })

  test('has a legend of the protocols that occur, in its language', () => {
    expect(protocolsOf(threeServices)).toEqual(['rest', 'broker', 'sql'])
    const texts = textsOf(drawScenario(threeServices, { language: 'ru', legend: true }).shapes)
    expect(texts).toContain('REST: запрос и ответ')
    expect(texts.some((text) => text.startsWith('gRPC:'))).toBe(false)
  })

  test('at a step says what happened where', () => {
    const texts = textsOf(drawScenario(threeServices, sampleMarks('en')).shapes)
    expect(texts).toEqual(expect.arrayContaining(['delivered again: o1', 'crashed 1×', 'o1']))
    expect(texts).toContain('order o1 new')
  })
})

describe('protocols', () => {
  /** A line's look with every colour the same. */
  function inOneColour(shapes: readonly Shape[]): string {
    return JSON.stringify(shapes).replace(/"ink":"[^"]+"|"fill":"[^"]+"/g, '"ink"')
  }

  test('are told apart without colour', () => {
    const looks = PROTOCOLS.map((protocol) =>
      inOneColour(lineSample(protocol, { x: 0, y: 0 }, 100)),
    )
    expect(new Set(looks).size).toBe(PROTOCOLS.length)
  })

  test('have a tag each, but for the dependency', () => {
    expect(PROTOCOLS.filter((protocol) => LINE_STYLES[protocol].tag === '')).toEqual(['dependency'])
  })
})

describe('a box', () => {
  const name = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('Сервис уведомлений покупателей интернет-магазина', 'W'.repeat(200), ''),
  )
  const size = fc.option(
    fc.record({
      width: fc.integer({ min: 8, max: 400 }),
      height: fc.integer({ min: 8, max: 300 }),
    }),
    { nil: undefined },
  )
  const service = fc
    .record({ name, size, kind: fc.constantFrom(...SERVICE_KINDS), position: point })
    .map(
      ({ size: fixed, ...rest }): Service => ({ id: 's', ...rest, ...(fixed && { size: fixed }) }),
    )

  test('holds its words, whatever its name and size', () => {
    fc.assert(
      fc.property(service, fc.constantFrom('en' as const, 'ru' as const), (one, language) => {
        const box = serviceBox(one, language)
        for (const shape of serviceShapes(one, { language, subtitle: 'обработчик завершён' })) {
          if (shape.shape !== 'text') continue
          const area = boundsOf([shape])
          expect(area.x).toBeGreaterThanOrEqual(0)
          expect(area.x + area.width).toBeLessThanOrEqual(box.width)
          expect(shape.y).toBeLessThanOrEqual(box.height)
          expect(shape.y - shape.sizePx * 0.75).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('is as wide as its name needs, on the grid', () => {
    const long: Service = {
      id: 's',
      kind: 'service',
      name: 'Notifications of customers',
      position: { x: 0, y: 0 },
    }
    const { width, height } = serviceBox(long, 'en')
    expect(width).toBeGreaterThan(textWidth('Notifications of customers', 14, 'sans-semibold'))
    expect(width % 20).toBe(0)
    expect(height % 4).toBe(0)
    expect(serviceBox({ ...long, size: { width: 333, height: 99 } }, 'en')).toEqual({
      width: 333,
      height: 99,
    })
  })

  test('does not change with what a run says on it', () => {
    const plain = drawScenario(everyProtocol, { language: 'en' })
    const box = everyProtocol.services.map((one) => serviceBox(one, 'en'))
    drawScenario(everyProtocol, sampleMarks('en'))
    expect(everyProtocol.services.map((one) => serviceBox(one, 'en'))).toEqual(box)
    expect(drawScenario(everyProtocol, { language: 'en' })).toEqual(plain)
  })
})
