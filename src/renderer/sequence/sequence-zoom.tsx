/** How large: smaller, fitting the width, larger. */
import { MoveHorizontal, ZoomIn, ZoomOut } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../ui/button'
import { SCALE_MAX, SCALE_MIN, zoomed } from './sequence-scale'

export const SequenceZoom = memo(function SequenceZoom({
  scale,
  fits,
  onZoom,
}: {
  readonly scale: number
  readonly fits: boolean
  /** `undefined`: fit the width from now on. */
  readonly onZoom: (scale: number | undefined) => void
}) {
  const { t } = useTranslation('run')
  return (
    <fieldset className="sequence-zoom" aria-label={t('sequence.zoom')}>
      <IconButton
        label={t('sequence.narrower')}
        disabled={scale <= SCALE_MIN}
        onClick={() => onZoom(zoomed(scale, 'out'))}
      >
        <ZoomOut size={14} />
      </IconButton>
      <IconButton label={t('sequence.fit')} pressed={fits} onClick={() => onZoom(undefined)}>
        <MoveHorizontal size={14} />
      </IconButton>
      <IconButton
        label={t('sequence.wider')}
        disabled={scale >= SCALE_MAX}
        onClick={() => onZoom(zoomed(scale, 'in'))}
      >
        <ZoomIn size={14} />
      </IconButton>
    </fieldset>
  )
})
