/** While running, what may happen to the thing right-clicked: choosing one branches the run. */
import { Split, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChoiceInfo } from '../../../shared/engine/choices'
import { connectionById, serviceById } from '../../../shared/scenario/lookup'
import { verbOf } from '../../commands/commands'
import { walkElsewhere } from '../../commands/walk'
import { useChoiceSentence } from '../../state/choice-sentence'
import { useDocument } from '../../state/document'
import { useMessageRows } from '../../state/message-menu'
import { choicesNow } from '../../state/run'
import { ChoiceRows } from '../../ui/choice-rows'
import { MenuItem, MenuSeparator } from '../../ui/menu'
import { VerbItem } from '../../ui/verb-item'
import type { MenuTarget, Target } from '../model/overlay'
import { choicesFor } from './choices-for'
import { type ImpossibleFault, impossibleAt, impossibleOn } from './impossible-faults'

export function ChoiceItems({ target }: { readonly target: MenuTarget }) {
  return (
    <>
      {target.on === 'message' ? <MessageItems id={target.id} /> : <PlaceItems target={target} />}
      {target.on !== 'board' && <MenuSeparator />}
      <VerbItem verb={verbOf('run.forward')} />
      <VerbItem verb={verbOf('run.back')} />
      <MenuSeparator />
      <VerbItem verb={verbOf('mode.edit')} />
      <VerbItem verb={verbOf('view.fitAll')} />
    </>
  )
}

function MessageItems({ id }: { readonly id: number }) {
  const { t } = useTranslation('canvas')
  return (
    <ChoiceRows rows={useMessageRows(id)} none={t('menu.nothingHere')} onChoose={walkElsewhere} />
  )
}

function PlaceItems({ target }: { readonly target: Target }) {
  const { t } = useTranslation('canvas')
  const { scenario } = useDocument.getState()
  const choices = choicesFor(choicesNow(), target, connectionById(scenario))
  const impossible = impossibleFor(target, choices)
  return (
    <>
      {choices.map((choice) => (
        <ChoiceItem key={choice.choice} choice={choice} />
      ))}
      {impossible.map(({ fault, why }) => (
        <MenuItem key={fault} disabled hint={t(`menu.why.${why}`)} onSelect={() => {}}>
          {t(`menu.fault.${fault}`)}
        </MenuItem>
      ))}
      {target.on !== 'board' && choices.length + impossible.length === 0 && (
        <MenuItem disabled onSelect={() => {}}>
          {t('menu.nothingHere')}
        </MenuItem>
      )}
    </>
  )
}

function impossibleFor(target: Target, choices: readonly ChoiceInfo[]): readonly ImpossibleFault[] {
  const { scenario } = useDocument.getState()
  const services = serviceById(scenario)
  if (target.on === 'service') {
    const service = services.get(target.id)
    return service ? impossibleAt(service, choices) : []
  }
  if (target.on !== 'line') return []
  const line = connectionById(scenario).get(target.id)
  if (!line) return []
  const meetsBroker = [line.from, line.to].some((id) => services.get(id)?.kind === 'broker')
  return impossibleOn(line, meetsBroker, choices)
}

function ChoiceItem({ choice }: { readonly choice: ChoiceInfo }) {
  const sentenceOf = useChoiceSentence()
  return (
    <MenuItem
      danger={choice.fault}
      icon={choice.fault ? <Zap size={14} /> : <Split size={14} />}
      onSelect={() => walkElsewhere(choice)}
    >
      {sentenceOf(choice)}
    </MenuItem>
  )
}
