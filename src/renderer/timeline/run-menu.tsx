/** What may happen to a message, or right after a step to what it sent: one menu for every view of the run. */
import { useTranslation } from 'react-i18next'
import type { Step } from '../../shared/engine/step'
import { walkElsewhere } from '../commands/walk'
import { setAskedMenu, useAskedMenu } from '../state/asked-menu'
import { type ChoiceRow, useMessageRows, useStepRows } from '../state/message-menu'
import { ChoiceRows } from '../ui/choice-rows'
import { PointMenu } from '../ui/menu'

export function RunMenu() {
  const asked = useAskedMenu((menu) => menu.asked)
  if (asked === null) return null
  const { about, label, at } = asked
  return (
    <PointMenu
      // Opened elsewhere it is another menu: an open one would keep its old place.
      key={`${at.x} ${at.y}`}
      at={at}
      label={label}
      onClose={() => setAskedMenu(null)}
    >
      {typeof about === 'number' ? <MessageItems id={about} /> : <StepItems step={about} />}
    </PointMenu>
  )
}

// Apart from the menu: asked of the machine only while it is open.

function MessageItems({ id }: { readonly id: number }) {
  return <Items rows={useMessageRows(id)} />
}

function StepItems({ step }: { readonly step: Step }) {
  return <Items rows={useStepRows(step)} />
}

function Items({ rows }: { readonly rows: readonly ChoiceRow[] }) {
  const { t } = useTranslation('run')
  return <ChoiceRows rows={rows} none={t('message.none')} onChoose={walkElsewhere} />
}
