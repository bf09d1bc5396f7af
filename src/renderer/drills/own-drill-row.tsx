/** A drill that the user brought: it can be taken off the list, and put back as long as the list is shown. */
import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallOutput } from '../../shared/host/contract'
import { textIn } from '../../shared/scenario/text'
import { getHost } from '../state/host'
import { useSettings } from '../state/settings'
import { showProblems } from '../state/show-document'
import { Button, IconButton } from '../ui/button'
import { DrillRow } from './drill-row'
import type { KnownDrill } from './use-drills'

export function OwnDrillRow({
  text,
  isRemoved,
  onRemoved,
  ...known
}: KnownDrill & {
  /** Its file, as it was brought. */
  readonly text: string
  readonly isRemoved: boolean
  readonly onRemoved: (isRemoved: boolean) => void
}) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const [isBack, setIsBack] = useState(false)
  const { id, title: titled } = known.drill
  const title = textIn(titled, language)
  const tell = (answer: CallOutput<'removeOwnDrill'>, isGone: boolean) => {
    if (!answer.ok) {
      showProblems(title, answer.problems)
      return
    }
    setIsBack(!isGone)
    onRemoved(isGone)
  }
  const remove = async () => tell(await getHost().call('removeOwnDrill', { id }), true)
  const putBack = async () => tell(await getHost().call('keepOwnDrill', { id, text }), false)
  if (isRemoved)
    return (
      <div className="drill-removed">
        <span role="status">{t('list.removed', { title })}</span>
        <Button small autoFocus icon={<Undo2 size={14} />} onClick={putBack}>
          {t('list.undo')}
        </Button>
      </div>
    )
  return (
    <div className="drill-own">
      <DrillRow {...known} isBack={isBack} />
      <IconButton label={t('list.remove', { title })} onClick={remove}>
        <Trash2 size={16} />
      </IconButton>
    </div>
  )
}
