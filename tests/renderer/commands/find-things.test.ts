import { expect, test } from 'vitest'
import { findThings } from '../../../src/renderer/commands/find-things'
import type { Scenario } from '../../../src/shared/scenario/scenario'
import { threeServices } from '../../support/three-services'

const board: Scenario = {
  ...threeServices,
  notes: [
    {
      id: 'reminder',
      text: { en: 'Ask the bank', ru: 'Спросить банк' },
      position: { x: 0, y: 0 },
      size: { width: 100, height: 60 },
    },
  ],
}
const ids = (query: string) => findThings(board, query, 'en').map(({ id }) => id)

test('a thing is found by a part of its name in either language and any case', () => {
  expect(ids('БАНК')).toEqual(['reminder'])
  expect(ids('ask bank')).toEqual(['reminder'])
  expect(ids('orders')[0]).toBe('orders')
})

test('a line is found by its ends and by the event it carries', () => {
  for (const line of board.connections) {
    const found = findThings(board, JSON.stringify(line.protocol).slice(1, -1), 'en')
    expect(found.map(({ id }) => id)).toContain(line.id)
  }
  expect(ids('ordercreated').length).toBeGreaterThan(0)
})

test('no words find nothing', () => {
  expect(ids('  ')).toEqual([])
  expect(ids('no such thing')).toEqual([])
})
