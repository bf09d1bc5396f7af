/** Hints in their order, each at its price, which is said before it is taken. */
import { Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { textIn } from '../../shared/scenario/text'
import { useDrill } from '../state/drill'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'

export function DrillHints() {
  const { t } = useTranslation('drills')
  const hints = useDrill((state) => state.drill?.hints)
  const taken = useDrill((state) => state.session.hints)
  const language = useSettings((settings) => settings.language)
  if (hints === undefined || hints.length === 0) return null
  const next = hints[taken]
  return (
    <div className="drill-hints">
      <h3 className="drill-subtitle">{t('hints', { taken, of: hints.length })}</h3>
      <ol>
        {hints.slice(0, taken).map((hint) => (
          <li key={textIn(hint.text, 'en')}>{textIn(hint.text, language)}</li>
        ))}
      </ol>
      {next && (
        <Button small icon={<Lightbulb size={14} />} onClick={useDrill.getState().takeHint}>
          {t('hints.take', { percent: Math.round(next.cost * 100) })}
        </Button>
      )}
    </div>
  )
}
