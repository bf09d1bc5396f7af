import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf } from '../../src/shared/drawing/bounds'
import {
  drawSequence,
  rowAt,
  sequenceBatches,
  sequenceShapes,
} from '../../src/shared/drawing/sequence-drawing'
import { sequenceLayout } from '../../src/shared/drawing/sequence-layout'
import { threeServices } from '../support/drawing-samples'
import { threeServicesRun } from '../support/sample-run'

const layout = sequenceLayout(threeServicesRun, threeServices, 'en')
const columnOf = (id: string) => layout.columns.findIndex((column) => column.service === id)

function messages(from: string, to: string) {
  return layout.messages.filter((m) => m.from === columnOf(from) && m.to === columnOf(to))
}

describe('a sequence diagram', () => {
  test('has a column for each service that takes part, in the order of taking part', () => {
    expect(layout.columns.map((column) => column.service)).toEqual([
      'client',
      'orders',
      'ordersDb',
      'notifications',
      'charging',
    ])
  })

  test('has a row for each step, and finds the step of a height', () => {
    expect(layout.rows).toHaveLength(threeServicesRun.length)
    for (const row of layout.rows) {
      expect(rowAt(layout.rows, row.y)?.seq).toBe(row.seq)
      expect(rowAt(layout.rows, row.y + row.height - 0.01)?.seq).toBe(row.seq)
    }
    expect(rowAt(layout.rows, 0)).toBeUndefined()
    expect(rowAt(layout.rows, 1e6)).toBeUndefined()
  })

  test('joins a sending to its arrival, in rows of their own', () => {
    const [request] = messages('client', 'orders')
    expect([request?.sentRow, request?.arrivalRow, request?.label]).toEqual([1, 2, 'POST /orders'])
    const [response] = messages('orders', 'client')
    expect([response?.sentRow, response?.arrivalRow, response?.label]).toEqual([6, 12, '201'])
  })

  test('fans one publication out to every consumer', () => {
    expect(messages('orders', 'notifications')[0]?.sentRow).toBe(5)
    expect(messages('orders', 'charging')[0]?.sentRow).toBe(5)
  })

  test('tells a redelivery', () => {
    const [, again] = messages('orders', 'charging')
    expect([again?.isAgain, again?.label, again?.tone]).toEqual([
      true,
      'again: OrderCreated',
      'bad',
    ])
  })

  test('shows handlers at work, up to the crash that stops them', () => {
    const work = layout.work.filter((span) => span.column === columnOf('charging'))
    expect(work.map((span) => [span.fromRow, span.toRow])).toEqual([
      [10, 17],
      [19, undefined],
    ])
  })

  test('breaks the lifeline while a service is down', () => {
    expect(layout.outages).toEqual([
      { column: columnOf('charging'), fromRow: 17, toRow: 18, level: 0 },
    ])
  })

  test('ends a loss in a cross, and leaves what has not arrived on its way', () => {
    const sent = threeServicesRun.slice(0, 2)
    const onItsWay = sequenceLayout(sent, threeServices, 'en')
    expect(onItsWay.messages.map((message) => message.fate)).toEqual(['on-its-way'])
    const lost = { ...threeServicesRun[1], seq: 3, kind: 'request.lost', cause: 2 } as const
    const steps = [...sent, lost].flatMap((step) => (step.service ? [{ ...step }] : []))
    const ended = sequenceLayout(steps as typeof threeServicesRun, threeServices, 'en')
    expect(ended.messages.map((message) => message.fate)).toEqual(['lost'])
  })

  test('marks the current step and dims what is to come', () => {
    const drawing = drawSequence(threeServicesRun, threeServices, { language: 'en', position: 20 })
    const row = drawing.rows[19]
    const band = drawing.shapes.find((s) => s.shape === 'rect' && s.fill === 'mark-2')
    expect(band).toMatchObject({ y: row?.y, height: row?.height })
    const shown = (position: number) => JSON.stringify(sequenceShapes(layout, { position }))
    expect(shown(3)).not.toBe(shown(4))
  })

  test('is the same layout wherever the run stands', () => {
    expect(sequenceLayout([...threeServicesRun], threeServices, 'en')).toEqual(layout)
  })

  test('holds every shape', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: threeServicesRun.length }),
        fc.constantFrom('en' as const, 'ru' as const),
        (count, language) => {
          const steps = threeServicesRun.slice(0, count)
          const { bounds, shapes } = drawSequence(steps, threeServices, { language })
          const box = boundsOf(shapes)
          expect(box.x).toBeGreaterThanOrEqual(bounds.x)
          expect(box.y).toBeGreaterThanOrEqual(bounds.y)
          expect(box.x + box.width).toBeLessThanOrEqual(bounds.x + bounds.width)
          expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height)
        },
      ),
    )
  })

  test('draws only the rows in view, when asked for a part', () => {
    const all = sequenceShapes(layout, {})
    const part = sequenceShapes(layout, { top: 0, bottom: 60 })
    expect(part.length).toBeLessThan(all.length / 2)
  })

  test('is at every position what a layout never drawn before gives', () => {
    for (let position = 0; position <= threeServicesRun.length; position += 1) {
      const view = { position, top: 40, bottom: 600 }
      expect(sequenceShapes(layout, view)).toEqual(sequenceShapes({ ...layout }, view))
    }
  })

  test('a step draws anew only the few things that it changed', () => {
    const pieces = (position: number) =>
      sequenceBatches(layout, { position }).flatMap((batch) => batch.pieces)
    const before = new Map(pieces(20).map(({ key, shapes }) => [key, shapes]))
    const fresh = pieces(21).filter(({ key, shapes }) => before.get(key) !== shapes)
    expect(before.size).toBeGreaterThan(30)
    expect(fresh.length).toBeLessThan(10)
  })

  test('what a step leaves alone stays the very same batch', () => {
    const batches = (position: number) => sequenceBatches(layout, { position })
    const before = new Set(batches(20))
    const kept = batches(21).filter((batch) => before.has(batch))
    expect(kept.length).toBeGreaterThan(before.size / 2)
  })

  test('the lifelines of all services are one shape', () => {
    const shapes = sequenceBatches(layout, {}).find(({ key }) => key === 'lifelines')?.pieces
    expect(shapes?.flatMap((piece) => piece.shapes)).toHaveLength(1)
  })

  test('says each row in words, where they are given', () => {
    const { rows } = drawSequence(threeServicesRun, threeServices, {
      language: 'en',
      labelOf: (step) => `step ${step.seq}`,
    })
    expect(rows[4]?.label).toBe('step 5')
  })
})
