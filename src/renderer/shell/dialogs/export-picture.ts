/** The picture that an export makes: the drawing at a moment or plain, as text and as a file. */
import { svgWith } from '../../../shared/carrier/svg-carrier'
import { marksAt } from '../../../shared/drawing/marks'
import { drawScenario } from '../../../shared/drawing/scenario-drawing'
import type { Drawing, Theme } from '../../../shared/drawing/shape'
import { toSvg } from '../../../shared/drawing/svg'
import { printScenario } from '../../../shared/scenario/print'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Language } from '../../../shared/scenario/text'
import { useClock } from '../../state/clock'
import { getHost } from '../../state/host'
import { momentAt, useRun } from '../../state/run'
import { fromBase64 } from '../base64'
import { type Delivered, deliverFile } from '../deliver-file'

export interface PictureWish {
  readonly format: 'png' | 'svg'
  readonly scale: 1 | 2 | 3
  readonly theme: Theme
  readonly background: 'paper' | 'transparent'
  readonly legend: boolean
  readonly atStep: boolean
  /** The picture opens again as the scenario. */
  readonly carry: boolean
}

/** The scenario as it would be exported: with the marks of the step shown, or as it is drawn. */
export function pictureOf(
  scenario: Scenario,
  language: Language,
  { legend, atStep }: Pick<PictureWish, 'legend' | 'atStep'>,
): Drawing {
  const { steps, position } = useRun.getState()
  const moment = atStep ? momentAt(position) : null
  if (!moment) return drawScenario(scenario, { language, legend })
  return drawScenario(scenario, {
    language,
    legend,
    marks: marksAt(steps, position, moment),
    flights: moment.flights,
    atUs: useClock.getState().nowUs,
  })
}

export type Exported =
  | Delivered
  | { readonly ok: true; readonly name: string; readonly smaller: number }

/** Writes it out. `smaller` is the scale that was possible where the wished one was too large. */
export async function exportPicture(
  scenario: Scenario,
  drawing: Drawing,
  wish: PictureWish,
  stem: string,
): Promise<Exported> {
  const { theme, background } = wish
  const svg = toSvg(drawing, { theme, background, title: stem })
  const text = wish.carry ? printScenario(scenario) : undefined
  if (wish.format === 'svg') {
    const carrying = text === undefined ? svg : svgWith(svg, text)
    return deliverFile(`${stem}.svg`, new TextEncoder().encode(carrying), 'image/svg+xml')
  }
  const carry = text === undefined ? {} : { carry: text }
  const picture = await getHost().call('rasterise', { svg, scale: wish.scale, ...carry })
  if (!picture.ok) return { ok: false, problems: picture.problems }
  const { pngBase64, scale } = picture.value
  const delivered = await deliverFile(`${stem}.png`, fromBase64(pngBase64), 'image/png')
  const isSmaller = delivered.ok && 'name' in delivered && scale < wish.scale
  return isSmaller ? { ...delivered, smaller: scale } : delivered
}
