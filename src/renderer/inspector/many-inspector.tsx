/** Several things at once: how many of each, and what can be done to all of them. */
import {
  AlignEndHorizontal,
  AlignEndVertical,
  AlignHorizontalDistributeCenter,
  AlignStartHorizontal,
  AlignStartVertical,
  AlignVerticalDistributeCenter,
  Copy,
  CopyPlus,
  Lock,
  Maximize,
  Trash2,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { connectionById, noteById, serviceById, zoneById } from '../../shared/scenario/lookup'
import type { Scenario } from '../../shared/scenario/scenario'
import { runCommand, verbOf } from '../commands/commands'
import { useDocument } from '../state/document'
import { Button, IconButton } from '../ui/button'
import { ColourField } from './colour-field'
import { InspectorHead } from './inspector-head'

const ICONS = {
  'edit.alignLeft': AlignStartVertical,
  'edit.alignRight': AlignEndVertical,
  'edit.alignTop': AlignStartHorizontal,
  'edit.alignBottom': AlignEndHorizontal,
  'edit.distributeAcross': AlignHorizontalDistributeCenter,
  'edit.distributeDown': AlignVerticalDistributeCenter,
  'edit.lock': Lock,
} as const
const ARRANGE = Object.keys(ICONS) as (keyof typeof ICONS)[]

/** Off, it says why in place of its name. */
function ArrangeButton({ id }: { readonly id: keyof typeof ICONS }) {
  const { t } = useTranslation()
  const { title, keys, refusal, run } = verbOf(id)
  const Icon = ICONS[id]
  const label = refusal === undefined ? t(title) : `${t(title)}: ${t(refusal)}`
  return (
    <IconButton label={label} keys={keys} aria-disabled={refusal !== undefined} onClick={run}>
      <Icon size={15} />
    </IconButton>
  )
}

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
        {ARRANGE.map((id) => (
          <ArrangeButton key={id} id={id} />
        ))}
      </div>
      <ManyColours ids={ids} scenario={scenario} />
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

/** One colour for all services and notes among them. */
function ManyColours({
  ids,
  scenario: { services, notes = [] },
}: {
  readonly ids: ReadonlySet<string>
  readonly scenario: Scenario
}) {
  const things = [...services, ...notes].filter(({ id }) => ids.has(id))
  const [first] = things
  if (!first) return null
  const isOne = things.every(({ color }) => color === first.color)
  return (
    <ColourField
      value={isOne ? first.color : 'mixed'}
      own={services.some(({ id }) => ids.has(id)) ? 'card' : 'note'}
      onChange={(color) =>
        useDocument.getState().edit({ edit: 'tint', ids: things.map(({ id }) => id), color })
      }
    />
  )
}
