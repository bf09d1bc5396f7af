/** A run as an animated picture: a frame before the first step and one after each. */
import { fittingScale } from '../../../shared/drawing/picture-limits'
import { filmOf } from '../../../shared/export/film'
import { GIF_FRAMES_MAX, GIF_LIMITS } from '../../../shared/export/gif'
import type { Scenario } from '../../../shared/scenario/scenario'
import type { Language } from '../../../shared/scenario/text'
import { deliverFile } from '../deliver-file'
import { type AnimateOptions, animate } from './animate'
import type { Exported, PictureWish } from './export-picture'
import type { ExportedText } from './export-text'
import { runShown } from './run-shown'

interface AnimationWish
  extends Pick<PictureWish, 'legend' | 'scale' | 'theme'>,
    Pick<AnimateOptions, 'signal' | 'onProgress'> {
  readonly language: Language
  readonly only?: ReadonlySet<string>
}

/** Of a run with more steps than frames the first ones; too large a scale is made smaller, and both are said. */
export async function exportAnimation(
  scenario: Scenario,
  wish: AnimationWish,
  stem: string,
): Promise<Exported | ExportedText> {
  const run = runShown(scenario)
  if (!run.ok) return run
  const { steps, momentAt } = run
  const { language, legend, only, theme, signal, onProgress } = wish
  const film = filmOf(
    { scenario, steps, momentAt },
    { language, legend, ...(only ? { only } : {}), stepsMax: GIF_FRAMES_MAX - 1 },
  )
  const scale = fittingScale(film.bounds, wish.scale, GIF_LIMITS)
  const bytes = await animate(film, { theme, scale, signal, onProgress })
  if (bytes === undefined) return { ok: true, cancelled: true }
  const delivered = await deliverFile(`${stem}.gif`, bytes, 'image/gif')
  if (!delivered.ok || !('name' in delivered)) return delivered
  if (film.isCut) return { ...delivered, shown: film.stepsShown, total: steps.length }
  return scale < wish.scale ? { ...delivered, smaller: scale } : delivered
}
