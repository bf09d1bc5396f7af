/**
 * An SVG of ours as a PNG, by resvg with the bundled fonts and no others, so that a picture is the same on
 * every machine. Knows files and pixels; nothing of scenarios.
 */
import { constants } from 'node:fs'
import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import type { Outcome, Problem } from '../../shared/base/problem'
import { FONT_FAMILIES } from '../../shared/drawing/font'
import { fittingScale, type PictureLimits } from '../../shared/drawing/picture-limits'
import type { Pixels } from '../../shared/export/gif'

export interface Picture {
  readonly png: Buffer
  readonly width: number
  readonly height: number
  /** Pixels a board unit: less than asked for where the picture would have been too large. */
  readonly scale: number
}

/** What PNG readers and browsers still open (Chromium: 16,384 squared), and what a process can hold. */
export const PICTURE_LIMITS: PictureLimits = { sideMax: 32_767, areaMax: 268_435_456 }

const FONT_FILES = Object.values(FONT_FAMILIES).map(({ file }) => file)
/** Memory can run out below the limits: then the picture is tried again at three quarters of the scale. */
const SHRINK = 0.75
const TRIES_MAX = 8
const SCALE_MIN = 0.01

function missingFont(path: string, reason: string): Problem {
  return {
    code: 'picture/missing-font',
    message:
      `The font file ${path} cannot be read (${reason}), so no picture can be made. ` +
      'Install Dryrun again, or put the file back.',
    path: '',
    values: { file: path, reason },
    severity: 'error',
  }
}

function notMade(reason: string): Problem {
  return {
    code: 'picture/not-made',
    message: `The picture could not be made (${reason}). Export SVG, or choose a smaller scale.`,
    path: '',
    values: { reason },
    severity: 'error',
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/** The first bytes of the formats that resvg reads: TrueType and OpenType with CFF outlines. */
function isFont(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4).toString('latin1')
  return head === '\0\x01\0\0' || head === 'OTTO' || head === 'true'
}

/** resvg passes over a font that it cannot read and leaves the text out: so each is looked at first. */
async function fontFilesOf(resources: string): Promise<Outcome<readonly string[]>> {
  const paths = FONT_FILES.map((file) => join(resources, 'fonts', file))
  const problems: Problem[] = []
  for (const path of paths) {
    try {
      await access(path, constants.R_OK)
      if (!isFont(await readFile(path))) problems.push(missingFont(path, 'not a font'))
    } catch (error) {
      problems.push(missingFont(path, reasonOf(error)))
    }
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: paths }
}

/** The size in board units that the SVG's root states; undefined for an SVG that is not ours. */
function sizeOf(svg: string): { readonly width: number; readonly height: number } | undefined {
  const found = /^<svg [^>]*?\bwidth="([\d.]+)" height="([\d.]+)"/.exec(svg)
  const width = Number(found?.[1])
  const height = Number(found?.[2])
  return width > 0 && height > 0 ? { width, height } : undefined
}

/**
 * Renders SVG text made by `toSvg`. `scale` is pixels a board unit; `resources` the directory that holds
 * `fonts`. A picture too large for the limits, or for the memory, comes back whole at the largest scale
 * that fits, which the result names. Problems: `picture/missing-font`, `picture/not-made`.
 */
export async function rasterise(
  svg: string,
  scale: number,
  resources: string,
  limits: PictureLimits = PICTURE_LIMITS,
): Promise<Outcome<Picture>> {
  const fonts = await fontFilesOf(resources)
  if (!fonts.ok) return fonts
  const size = sizeOf(svg)
  if (!size) return { ok: false, problems: [notMade('not an SVG of Dryrun')] }
  let fitting = fittingScale(size, scale, limits)
  let reason = ''
  for (let tries = 0; tries < TRIES_MAX && fitting >= SCALE_MIN; tries += 1) {
    try {
      return { ok: true, value: await rendered(svg, fitting, fonts.value) }
    } catch (error) {
      reason = reasonOf(error)
      fitting *= SHRINK
    }
  }
  return { ok: false, problems: [notMade(reason)] }
}

async function rendered(
  svg: string,
  scale: number,
  fontFiles: readonly string[],
): Promise<Picture> {
  const image = await drawn(svg, scale, fontFiles)
  return { png: image.asPng(), width: image.width, height: image.height, scale }
}

/** Draws an SVG at a scale that fits. */
export type DrawPixels = (svg: string, scale: number) => Promise<Pixels>

/** The same rendering as pixels, for many pictures in turn. Problem: `picture/missing-font`. */
export async function pixelRenderer(resources: string): Promise<Outcome<DrawPixels>> {
  const fonts = await fontFilesOf(resources)
  if (!fonts.ok) return fonts
  const draw: DrawPixels = async (svg, scale) => {
    const image = await drawn(svg, scale, fonts.value)
    return { rgba: image.pixels, width: image.width, height: image.height }
  }
  return { ok: true, value: draw }
}

function drawn(svg: string, scale: number, fontFiles: readonly string[]) {
  return renderAsync(svg, {
    font: {
      loadSystemFonts: false,
      fontFiles: [...fontFiles],
      defaultFontFamily: FONT_FAMILIES.sans.family,
      sansSerifFamily: FONT_FAMILIES.sans.family,
      monospaceFamily: FONT_FAMILIES.mono.family,
    },
    fitTo: { mode: 'zoom', value: scale },
  })
}
