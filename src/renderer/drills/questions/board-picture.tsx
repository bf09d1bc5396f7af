/** A board of a question as a small picture, and large on request. */
import { Maximize2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { drawScenario } from '../../../shared/drawing/scenario-drawing'
import type { Scenario } from '../../../shared/scenario/scenario'
import { useSettings } from '../../state/settings'
import { Dialog } from '../../ui/dialog'
import { Picture } from '../../ui/picture'

export function BoardPicture({ board, name }: { readonly board: Scenario; readonly name: string }) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const drawing = useMemo(() => drawScenario(board, { language }), [board, language])
  const { width, height } = drawing.bounds
  const [isLarge, setLarge] = useState(false)
  return (
    <>
      <button
        type="button"
        className="board-picture"
        style={{ aspectRatio: `${width} / ${height}` }}
        aria-label={t('picture.enlarge', { name })}
        onClick={() => setLarge(true)}
      >
        <Picture drawing={drawing} label={name} />
        <Maximize2 size={14} aria-hidden />
      </button>
      {isLarge && (
        <Dialog size="large" title={name} closeLabel={t('close')} onClose={() => setLarge(false)}>
          <div className="board-picture-large">
            <Picture drawing={drawing} label={name} />
          </div>
        </Dialog>
      )}
    </>
  )
}
