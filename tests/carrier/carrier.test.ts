/** Pictures that carry a scenario: what was put in comes out, and nothing else is touched. */
import { deflateSync, inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carriedText, pngCarrying } from '../../src/main/picture/carried'
import { base64, fromBase64 } from '../../src/shared/base/base64'
import { utf8Bytes } from '../../src/shared/base/utf8-bytes'
import { carriedByPng, pngWith } from '../../src/shared/carrier/png-carrier'
import { chunk, chunksOf, PNG_SIGNATURE } from '../../src/shared/carrier/png-chunks'
import { carriedBySvg, isSvg, svgWith } from '../../src/shared/carrier/svg-carrier'

const bytes = fc.uint8Array({ maxLength: 200 })
const text = fc.string({ unit: 'grapheme', maxLength: 300 })
const foreign = fc.record({
  type: fc.constantFrom('tEXt', 'zTXt', 'iTXt', 'tIME', 'gAMA', 'pHYs', 'vpAg'),
  content: bytes,
})

/** A PNG as any tool may have left it: chunks of its own before and after the pixels. */
const png = fc.tuple(fc.array(foreign), fc.array(foreign), bytes).map(([before, after, pixels]) => {
  const own = (list: typeof before) => list.map(({ type, content }) => chunk(type, content))
  return Buffer.concat([
    Uint8Array.from(PNG_SIGNATURE),
    chunk('IHDR', new Uint8Array(13)),
    ...own(before),
    chunk('IDAT', pixels),
    ...own(after),
    chunk('IEND', new Uint8Array()),
  ])
})

describe('a PNG', () => {
  test('gives back what it carries, and keeps every other chunk byte for byte', () => {
    fc.assert(
      fc.property(png, text, (picture, scenario) => {
        const carrying = pngCarrying(picture, scenario)
        expect(carriedText(Buffer.from(carrying), 'x.png')).toEqual({ ok: true, value: scenario })
        const others = chunksOf(carrying)?.filter(({ content }) => !isOurs(content)) ?? []
        expect(Buffer.concat([picture.subarray(0, 8), ...others.map((one) => one.bytes)])).toEqual(
          picture,
        )
      }),
    )
  })

  test('carries one scenario: the last that was put in', () => {
    fc.assert(
      fc.property(png, text, text, (picture, first, second) => {
        const twice = pngCarrying(pngCarrying(picture, first), second)
        expect(Buffer.from(twice)).toEqual(Buffer.from(pngCarrying(picture, second)))
      }),
    )
  })

  test('is found wherever its chunk stands, and by the whole keyword', () => {
    const [picture] = fc.sample(png, 1)
    const other = chunk(
      'iTXt',
      Uint8Array.from(utf8Bytes('Dryrun scenarios\0\0\0\0\0{"dryrun":2}')),
    )
    const carrying = chunksOf(pngCarrying(picture ?? Buffer.alloc(0), '{"dryrun":1}')) ?? []
    const ours = carrying.find(({ content }) => isOurs(content))
    const rest = carrying.filter((one) => one !== ours).map((one) => one.bytes)
    for (let place = 0; place < rest.length; place += 1) {
      const moved = Buffer.concat([
        Uint8Array.from(PNG_SIGNATURE),
        ...rest.slice(0, place),
        other,
        ours?.bytes ?? new Uint8Array(),
        ...rest.slice(place),
      ])
      expect(carriedText(moved, 'x.png')).toEqual({ ok: true, value: '{"dryrun":1}' })
    }
  })

  test('that was changed in the chunk, or cut off, says that it was damaged', () => {
    fc.assert(
      fc.property(png, text, fc.nat(), (picture, scenario, place) => {
        const carrying = Buffer.from(pngCarrying(picture, scenario))
        const ours = chunksOf(carrying)?.find(({ content }) => isOurs(content))
        const content = ours?.content ?? new Uint8Array()
        // Past the keyword: there the chunk would no longer be ours.
        const at = 16 + (place % (content.length - 16))
        content[at] = (content[at] ?? 0) ^ 0x10
        expect(carriedByPng(carrying).carries).toBe('damage')
        expect(carriedByPng(pngCarrying(picture, scenario).subarray(0, -1)).carries).toBe('damage')
      }),
    )
  })

  test('whatever bytes follow the signature, the answer is one of four and nothing throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        const answer = carriedText(Buffer.from([...PNG_SIGNATURE, ...noise]), 'x.png')
        expect(answer?.ok === false && answer.problems[0]?.code).toMatch(/^host\/picture-/)
      }),
    )
  })
})

test('row 42: a picture that unpacks to more than any scenario is refused, and little memory is taken', () => {
  const [picture] = fc.sample(png, 1)
  const bomb = pngWith(picture ?? Buffer.alloc(0), deflateSync(Buffer.alloc(256 * 1024 * 1024)))
  expect(bomb.length).toBeLessThan(1024 * 1024)
  const before = process.memoryUsage().rss
  expect(carriedText(Buffer.from(bomb), 'bomb.png')).toMatchObject({
    ok: false,
    problems: [{ code: 'host/picture-too-large' }],
  })
  expect(process.memoryUsage().rss - before).toBeLessThan(64 * 1024 * 1024)
})

describe('an SVG', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><rect/></svg>\n'

  test('gives back exactly what it carries, and no text breaks out of it', () => {
    fc.assert(
      fc.property(
        fc.oneof(text, fc.constant(']]></metadata><script>alert(1)</script>')),
        (inner) => {
          const carrying = svgWith(svg, inner)
          expect(isSvg(carrying)).toBe(true)
          expect(carriedBySvg(carrying)).toEqual({ carries: 'scenario', text: inner })
          expect(carrying.replace(/<metadata>[\s\S]*?<\/metadata>/, '')).toBe(svg)
          expect(carrying).not.toContain('<script')
        },
      ),
    )
  })

  test('of another tool carries nothing; spoilt Base64 is damage', () => {
    expect(carriedBySvg(svg)).toEqual({ carries: 'nothing' })
    expect(carriedBySvg(svgWith(svg, 'x').replace('eA==', 'e*=='))).toEqual({ carries: 'damage' })
  })

  test('is told from other text', () => {
    expect(isSvg('\n<?xml version="1.0"?><!-- a --><svg>')).toBe(true)
    expect(isSvg('{"dryrun": 1, "title": "<svg>"}')).toBe(false)
  })
})

test("our Base64 is Node's, both ways", () => {
  fc.assert(
    fc.property(bytes, (some) => {
      const written = base64(some)
      expect(written).toBe(Buffer.from(some).toString('base64'))
      expect(fromBase64(written)).toEqual(some)
    }),
  )
})

test('the stream is zlib, as the keyword promises to other tools', () => {
  const [picture] = fc.sample(png, 1)
  const carried = carriedByPng(pngCarrying(picture ?? Buffer.alloc(0), 'Заказы'))
  if (carried.carries !== 'scenario') throw new Error('nothing is carried')
  expect(carried.compressed).toBe(true)
  expect(inflateSync(carried.bytes).toString()).toBe('Заказы')
})

function isOurs(content: Uint8Array): boolean {
  return Buffer.from(content.subarray(0, 16)).equals(Buffer.from('Dryrun scenario\0'))
}
