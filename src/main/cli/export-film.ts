/** A run as an animated picture: a frame before the first step and one after each. */
import type { Outcome } from '../../shared/base/problem'
import { fittingScale } from '../../shared/drawing/picture-limits'
import { toSvg } from '../../shared/drawing/svg'
import { momentOf } from '../../shared/engine/decode'
import { filmOf } from '../../shared/export/film'
import { GIF_FRAMES_MAX, GIF_LIMITS } from '../../shared/export/gif'
import type { Scenario } from '../../shared/scenario/scenario'
import { animate } from '../picture/animate'
import { pixelRenderer } from '../picture/rasterise'
import { fontResources } from '../resources'
import { type Depicted, STEPS_MAX } from './depict'
import { complain } from './output'
import { simulate } from './simulate'

/** One with more steps than frames, or too large for its scale, is made smaller, which is said. */
export async function filmFileOf(
  scenario: Scenario,
  options: Depicted & { readonly scale: number },
): Promise<Outcome<Buffer>> {
  const { seed, language, legend = false, theme, only } = options
  const simulated = simulate(scenario, { seed, stepsMax: STEPS_MAX })
  if (!simulated.ok) return simulated
  const { program, trace } = simulated.value
  const momentAt = (position: number) => momentOf(program, trace.stateAt(position))
  const film = filmOf(
    { scenario, steps: trace.steps, momentAt },
    { language, legend, ...(only ? { only } : {}), stepsMax: GIF_FRAMES_MAX - 1 },
  )
  if (film.isCut) complain(`shows the first ${film.stepsShown} of ${trace.steps.length} steps.`)
  const scale = fittingScale(film.bounds, options.scale, GIF_LIMITS)
  if (scale < options.scale)
    complain(`drawn at scale ${scale.toFixed(2)}, the largest that fits into an animation.`)
  const svgs = film.frames.map(({ shapes }) =>
    toSvg({ bounds: film.bounds, shapes }, { theme, background: 'paper' }),
  )
  const renderer = await pixelRenderer(fontResources())
  if (!renderer.ok) return renderer
  return { ok: true, value: Buffer.from(await animate(svgs, scale, renderer.value)) }
}
