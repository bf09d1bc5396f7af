/** What the packets of the board are to show: each with the way to see them, before and after it is checked. */
import { Network } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Drill } from '../../shared/drills/drill'
import { hopsAsked } from '../../shared/drills/wire-check'
import { textIn } from '../../shared/scenario/text'
import { useDocument } from '../state/document'
import { useSettings } from '../state/settings'
import { showPackets } from '../state/show-packets'
import { Button } from '../ui/button'

export function PacketQuestions({ drill }: { readonly drill: Drill }) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const board = useDocument((document) => document.scenario)
  const asked = hopsAsked(drill, board)
  if (asked.length === 0) return null
  return (
    <ul className="drill-packets">
      {asked.map(({ check, hop }) => (
        <li key={check.id}>
          <span>{textIn(check.title, language)}</span>
          {hop && (
            <Button small icon={<Network size={14} />} onClick={() => showPackets(hop)}>
              {t('showPackets')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
