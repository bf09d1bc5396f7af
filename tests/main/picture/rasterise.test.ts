import { copyFile, cp, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PICTURE_LIMITS, rasterise } from '../../../src/main/picture/rasterise'
import { fittingScale } from '../../../src/shared/drawing/picture-limits'
import { drawScenario } from '../../../src/shared/drawing/scenario-drawing'
import { toSvg } from '../../../src/shared/drawing/svg'
import { everyProtocol, threeServices } from '../../support/drawing-samples'
import { RESOURCES } from '../../support/font-page'

const drawing = drawScenario(threeServices, { language: 'ru' })
const svg = toSvg(drawing, { theme: 'light', background: 'paper' })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dryrun-picture-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Width and height that a PNG states in its header chunk. */
function pngSize(png: Buffer): readonly [number, number] {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [png.readUInt32BE(16), png.readUInt32BE(20)]
}

async function resourcesWithout(name: string, file: string): Promise<string> {
  const resources = join(folder, name)
  await mkdir(join(resources, 'fonts'), { recursive: true })
  await cp(join(RESOURCES, 'fonts'), join(resources, 'fonts'), { recursive: true })
  await rm(join(resources, 'fonts', file))
  return resources
}

describe('a picture', () => {
  test.each([1, 2, 3])('is as large as asked for, at %dx', async (scale) => {
    const made = await rasterise(svg, scale, RESOURCES)
    if (!made.ok) throw new Error(made.problems[0]?.message)
    const { width, height } = drawing.bounds
    expect(pngSize(made.value.png)).toEqual([width * scale, height * scale])
    expect([made.value.width, made.value.height, made.value.scale]).toEqual([
      width * scale,
      height * scale,
      scale,
    ])
  })

  test('is the same, byte for byte, when made again', async () => {
    const [a, b] = [await rasterise(svg, 1, RESOURCES), await rasterise(svg, 1, RESOURCES)]
    expect(a.ok && b.ok && a.value.png.equals(b.value.png)).toBe(true)
  })

  test('too large for the limits comes whole, at the largest scale that fits', async () => {
    const made = await rasterise(svg, 3, RESOURCES, { sideMax: 500, areaMax: 1e9 })
    if (!made.ok) throw new Error(made.problems[0]?.message)
    const { width, height } = drawing.bounds
    expect(made.value.scale).toBeLessThan(1)
    expect(made.value.width).toBeGreaterThan(495)
    expect(made.value.width).toBeLessThanOrEqual(500)
    expect(made.value.height / made.value.width).toBeCloseTo(height / width, 1)
  })

  test('keeps its side and its area within what readers open', () => {
    expect(fittingScale({ width: 1_000, height: 500 }, 2, PICTURE_LIMITS)).toBe(2)
    expect(
      fittingScale({ width: 100_000, height: 10 }, 1, PICTURE_LIMITS) * 100_000,
    ).toBeLessThanOrEqual(32_767)
    const scale = fittingScale({ width: 20_000, height: 20_000 }, 3, PICTURE_LIMITS)
    expect((20_000 * scale) ** 2).toBeLessThanOrEqual(268_435_456)
    expect(scale).toBeGreaterThan(0.81)
  })
})

describe('a missing font', () => {
  test('is named, with what to do', async () => {
    const resources = await resourcesWithout('missing', 'dryrun-mono-regular.ttf')
    const made = await rasterise(svg, 1, resources)
    if (made.ok) throw new Error('a picture without its font')
    expect(made.problems).toHaveLength(1)
    expect(made.problems[0]?.code).toBe('picture/missing-font')
    expect(made.problems[0]?.message).toContain(join('fonts', 'dryrun-mono-regular.ttf'))
    expect(made.problems[0]?.message).toContain('put the file back')
  })

  test('is what an empty or a foreign file counts as', async () => {
    const name = 'dryrun-sans-regular.otf'
    const resources = await resourcesWithout('foreign', name)
    const file = join(resources, 'fonts', name)
    await writeFile(file, 'not a font at all')
    expect((await rasterise(svg, 1, resources)).ok).toBe(false)
    await copyFile(join(RESOURCES, 'fonts', name), file)
    await truncate(file, 0)
    expect((await rasterise(svg, 1, resources)).ok).toBe(false)
  })
})

test('what is no SVG of ours is a problem, not a crash', async () => {
  for (const text of ['', 'hello', '<svg/>', '<html></html>']) {
    const made = await rasterise(text, 1, RESOURCES)
    expect(made.ok ? 'made' : made.problems[0]?.code).toBe('picture/not-made')
  }
})

test('every protocol, zone, note and glyph can be rasterised in both themes', async () => {
  for (const theme of ['light', 'dark'] as const) {
    const all = drawScenario(everyProtocol, { language: 'ru', legend: true })
    const made = await rasterise(toSvg(all, { theme, background: 'transparent' }), 1, RESOURCES)
    expect(made.ok).toBe(true)
  }
})
