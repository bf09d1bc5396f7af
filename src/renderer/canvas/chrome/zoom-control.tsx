/** Zoom out, how far, zoom in. A press on the number goes to 100 %, and from 100 % to all of the board. */
import { Minus, Plus } from 'lucide-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { keysOf } from '../../commands/commands'
import { IconButton } from '../../ui/button'
import { Tooltip } from '../../ui/tooltip'
import { useView } from '../view/view-store'
import { grantWish } from '../view/wishes'

export const ZoomControl = memo(function ZoomControl() {
  const { t } = useTranslation('canvas')
  const percent = useView(({ view }) => Math.round(view.zoom * 100))
  const isWhole = percent === 100
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would need a form
    <div className="zoom-control" role="group" aria-label={t('zoom.label')} data-board-chrome>
      <IconButton
        label={t('zoom.out')}
        keys={keysOf('view.zoomOut')}
        onClick={() => grantWish({ wish: 'zoomOut' })}
      >
        <Minus size={14} />
      </IconButton>
      <Tooltip
        text={t(isWhole ? 'zoom.fit' : 'zoom.whole')}
        keys={keysOf(isWhole ? 'view.fitAll' : 'view.zoom100')}
      >
        <button
          type="button"
          className="zoom-percent"
          aria-label={t('zoom.now', { percent })}
          onClick={() => grantWish({ wish: isWhole ? 'fitAll' : 'zoom100' })}
        >
          {t('zoom.percent', { percent })}
        </button>
      </Tooltip>
      <IconButton
        label={t('zoom.in')}
        keys={keysOf('view.zoomIn')}
        onClick={() => grantWish({ wish: 'zoomIn' })}
      >
        <Plus size={14} />
      </IconButton>
    </div>
  )
})
