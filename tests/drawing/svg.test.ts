import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawScenario } from '../../src/shared/drawing/scenario-drawing'
import { escapedXml, toSvg } from '../../src/shared/drawing/svg'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { everyProtocol } from '../support/drawing-samples'

const ELEMENTS = new Set(['svg', 'title', 'g', 'rect', 'circle', 'path', 'text'])
const ATTRIBUTES = new Set(
  (
    'xmlns width height viewBox role text-rendering x y rx cx cy r d fill stroke stroke-width ' +
    'stroke-dasharray stroke-linecap stroke-linejoin opacity transform font-family font-size ' +
    'font-weight text-anchor xml:space'
  ).split(' '),
)
const HOSTILE = [
  '<script>alert(1)</script>',
  '"/><image href="https://example.org/x.png"/>',
  "' onload='alert(1)",
  '&lt;&amp;&#60;',
  ']]><!-- --><?php ?>',
  'a\u0000b\u0008c\uD800d\uFFFEe',
  '\u202Eright to left\u0085',
]

/** Reads well-formed XML of our kind; throws at anything that is not. */
function readXml(text: string): { elements: string[]; attributes: string[]; words: string } {
  const elements: string[] = []
  const attributes: string[] = []
  const open: string[] = []
  let words = ''
  const token =
    /<\/([a-z]+)>|<([a-z]+)((?: [A-Za-z:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|#39);[^"<&]*)*")*)(\/?)>|([^<]+)/gy
  let end = 0
  for (const match of text.matchAll(token)) {
    const [whole, closing, opening, attributeText, selfClosing, content] = match
    end = match.index + whole.length
    if (closing !== undefined) {
      expect(open.pop()).toBe(closing)
    } else if (opening !== undefined) {
      elements.push(opening)
      for (const [, name] of (attributeText ?? '').matchAll(/ ([A-Za-z:-]+)=/g)) {
        attributes.push(name ?? '')
      }
      if (selfClosing === '') open.push(opening)
    } else if (content !== undefined) {
      expect(content.replace(/&(?:amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&<>]/)
      words += content
    }
  }
  expect(end).toBe(text.length)
  expect(open).toEqual([])
  return { elements, attributes, words }
}

function withWords(text: string): Scenario {
  return {
    ...everyProtocol,
    services: everyProtocol.services.map((service) => ({ ...service, name: text, note: text })),
    connections: everyProtocol.connections.map((line) => ({
      ...line,
      label: text,
      operation: text || 'x',
    })),
    notes: [{ id: 'n', text, position: { x: 0, y: 0 }, size: { width: 300, height: 200 } }],
    zones: [
      {
        id: 'z',
        kind: 'ring',
        name: text,
        position: { x: 0, y: 0 },
        size: { width: 300, height: 200 },
      },
    ],
  }
}

function expectInert(text: string): void {
  const drawing = drawScenario(withWords(text), { language: 'en', legend: true })
  const svg = toSvg(drawing, { theme: 'light', background: 'paper', title: text })
  const { elements, attributes } = readXml(svg.trimEnd())
  expect(elements.filter((name) => !ELEMENTS.has(name))).toEqual([])
  expect(attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([])
}

test.each(HOSTILE)('words cannot become markup: %j', (text) => {
  expectInert(text)
})

/** Any characters, those of markup often among them. */
const words = fc.string({
  unit: fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('<', '>', '&', '"', "'", '<b>', '<!--', ']]>'),
  ),
  maxLength: 40,
})

test('row 41: no words can become markup', () => {
  fc.assert(fc.property(words, expectInert), { numRuns: 20 })
})

test('characters that XML has no place for are dropped', () => {
  expect(escapedXml('a\u0000b\u001Fc\uD800d\uFFFFe\t😀')).toBe('abcde\t😀')
})

test('the same drawing gives the same bytes', () => {
  const svg = () =>
    toSvg(drawScenario(everyProtocol, { language: 'ru' }), {
      theme: 'dark',
      background: 'transparent',
    })
  expect(svg()).toBe(svg())
})

test('a transparent picture has no paper', () => {
  const drawing = drawScenario(everyProtocol, { language: 'en' })
  const { width, height } = drawing.bounds
  const paper = `width="${width}" height="${height}" fill="`
  const on = toSvg(drawing, { theme: 'light', background: 'paper' })
  const off = toSvg(drawing, { theme: 'light', background: 'transparent' })
  expect([on.includes(paper), off.includes(paper)]).toEqual([true, false])
})
