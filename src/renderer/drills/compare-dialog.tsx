/** One's own board and the model's, side by side; what the other has nothing like is marked and said. */
import { useTranslation } from 'react-i18next'
import type { Marks } from '../../shared/drawing/marks'
import { drawScenario } from '../../shared/drawing/scenario-drawing'
import { type Difference, differencesFrom } from '../../shared/drills/differences'
import type { Drill } from '../../shared/drills/drill'
import { nameOf } from '../../shared/review/finding'
import type { Scenario } from '../../shared/scenario/scenario'
import { currentAnswer } from '../state/drill'
import { useSettings } from '../state/settings'
import { Dialog } from '../ui/dialog'
import { Picture } from '../ui/picture'

export function CompareDialog({
  drill,
  model,
  onClose,
}: {
  readonly drill: Drill
  readonly model: Scenario
  readonly onClose: () => void
}) {
  const { t } = useTranslation('drills')
  const own = currentAnswer()
  return (
    <Dialog
      size="large"
      title={t('compareBoards')}
      about={t('compareBoards.about')}
      closeLabel={t('close')}
      onClose={onClose}
    >
      <div className="drill-compare">
        <Side
          label={t('compareBoards.own')}
          board={own}
          differences={differencesFrom(drill, own, model)}
        />
        <Side
          label={t('compareBoards.model')}
          board={model}
          differences={differencesFrom(drill, model, own)}
        />
      </div>
    </Dialog>
  )
}

function Side({
  label,
  board,
  differences,
}: {
  readonly label: string
  readonly board: Scenario
  readonly differences: readonly Difference[]
}) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const marks = differences.length > 0 ? { marks: marksOf(board, differences) } : {}
  return (
    <figure>
      <figcaption>{label}</figcaption>
      <Picture drawing={drawScenario(board, { language, ...marks })} label={label} />
      {differences.length === 0 && <p className="drill-note">{t('compareBoards.none')}</p>}
      <ul>
        {differences.map(({ thing, has }) => (
          <li key={thing}>
            <strong>{nameOf(board, thing, language)}</strong>:{' '}
            {has.map((feature) => t(`feature.${feature}`)).join(', ')}
          </li>
        ))}
      </ul>
    </figure>
  )
}

/** The marker is for what stands out; what both have is faint. */
function marksOf(board: Scenario, differences: readonly Difference[]): Marks {
  const marked = new Set(differences.map(({ thing }) => thing))
  const services = board.services.filter(({ id }) => marked.has(id))
  const lines = board.connections.filter(({ id }) => marked.has(id))
  return {
    services: new Map(services.map(({ id }) => [id, { state: 'active' }])),
    connections: new Map(lines.map(({ id }) => [id, 'active'])),
  }
}
