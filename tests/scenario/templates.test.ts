import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'

const folder = 'resources/templates'
const files = readdirSync(folder).filter((name) => name.endsWith('.dryrun.json'))

test('the three scenarios of the notes are there', () => {
  expect(files.map((name) => name.replace('.dryrun.json', ''))).toEqual(
    expect.arrayContaining(['three-services', 'five-services', 'orchestrated']),
  )
})

describe.each(files)('the template %s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8')
  const parsed = parseScenario(text)

  test('parses without a warning', () => {
    expect(parsed).toMatchObject({ ok: true, warnings: [] })
    expect(parsed).not.toHaveProperty('readOnly')
  })

  test('is written as Dryrun writes it', () => {
    expect(parsed.ok && printScenario(parsed.value)).toBe(text)
  })

  test('has every name and title in both languages', () => {
    if (!parsed.ok) throw new Error('does not parse')
    const { title, summary, services, invariants = [] } = parsed.value
    const texts = [
      title,
      summary,
      ...services.map((s) => s.name),
      ...invariants.map((i) => i.title),
    ]
    for (const words of texts) {
      expect(words).toEqual({
        en: expect.stringMatching(/^[\x20-\x7e]+$/),
        ru: expect.stringMatching(/[а-яё]/i),
      })
    }
  })

  test('stands on the grid with room for the words on its lines', () => {
    if (!parsed.ok) throw new Error('does not parse')
    const places = parsed.value.services.map((service) => service.position)
    for (const [index, { x, y }] of places.entries()) {
      expect([Math.abs(x % 20), Math.abs(y % 20)]).toEqual([0, 0])
      for (const other of places.slice(index + 1)) {
        const isApart = Math.abs(other.x - x) >= 340 || Math.abs(other.y - y) >= 140
        expect(isApart, `${x},${y} and ${other.x},${other.y}`).toBe(true)
      }
    }
  })
})
