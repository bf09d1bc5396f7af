/** Beside the buttons: what the file will be, and while it is made, how far it is. */
import { useTranslation } from 'react-i18next'
import { fittingScale } from '../../../shared/drawing/picture-limits'
import type { Drawing } from '../../../shared/drawing/shape'
import { PAGE_LIMITS } from '../../commands/paint-png'
import type { PictureWish } from './export-picture'

const ABOUT = {
  html: 'export.page.about',
  gif: 'export.animation.about',
  mmd: 'export.mermaid.about',
} as const

export function ExportAbout({
  wish,
  drawing,
}: {
  readonly wish: PictureWish
  readonly drawing: Drawing
}) {
  const { t } = useTranslation('app')
  const { format } = wish
  if (format !== 'png' && format !== 'svg') {
    return <span className="export-size">{t(ABOUT[format])}</span>
  }
  const { width, height } = drawing.bounds
  const scale = format === 'png' ? fittingScale(drawing.bounds, wish.scale, PAGE_LIMITS) : 1
  const size = { width: Math.ceil(width * scale), height: Math.ceil(height * scale) }
  return <span className="export-size">{t('export.size', size)}</span>
}

export function ExportProgress({ part }: { readonly part: number }) {
  const { t } = useTranslation('app')
  return (
    <div className="export-size export-progress">
      <progress aria-label={t('export.animation.progress')} max={1} value={part} />
      <span>{Math.round(part * 100)} %</span>
    </div>
  )
}
