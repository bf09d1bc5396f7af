/** Several things at once: how many of each, and what can be done to all of them. */
import { Copy, CopyPlus, Maximize, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { connectionById, noteById, serviceById, zoneById } from '../../shared/scenario/lookup'
import type { Scenario } from '../../shared/scenario/scenario'
import { runCommand } from '../commands/commands'
import { Button } from '../ui/button'
import { InspectorHead } from './inspector-head'

export function ManyInspector({
  ids,
  scenario,
}: {
  readonly ids: ReadonlySet<string>
  readonly scenario: Scenario
}) {
  const { t } = useTranslation('inspector')
  const counts = {
    services: serviceById(scenario),
    connections: connectionById(scenario),
    zones: zoneById(scenario),
    notes: noteById(scenario),
  }
  const kinds = Object.entries(counts).flatMap(([kind, things]) => {
    const count = [...ids].filter((id) => things.has(id)).length
    return count > 0 ? [t(`many.${kind}`, { count })] : []
  })
  return (
    <>
      <InspectorHead title={t('many', { count: ids.size })} kind={kinds.join(', ')} />
      <div className="inspector-buttons">
        <Button icon={<CopyPlus size={15} />} onClick={() => runCommand('edit.duplicate')}>
          {t('commands:edit.duplicate')}
        </Button>
        <Button icon={<Copy size={15} />} onClick={() => runCommand('edit.copy')}>
          {t('commands:edit.copy')}
        </Button>
        <Button icon={<Maximize size={15} />} onClick={() => runCommand('view.fitSelection')}>
          {t('commands:view.fitSelection')}
        </Button>
        <Button tone="danger" icon={<Trash2 size={15} />} onClick={() => runCommand('edit.delete')}>
          {t('commands:edit.delete')}
        </Button>
      </div>
    </>
  )
}
