/** While running, what may happen to the thing right-clicked: choosing one branches the run. */
import { Split, Zap } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ChoiceInfo } from '../../../shared/engine/choices'
import { connectionById } from '../../../shared/scenario/lookup'
import { useDocument } from '../../state/document'
import { choicesNow, useRun } from '../../state/run'
import { MenuItem, MenuSeparator } from '../../ui/menu'
import type { Target } from '../model/overlay'
import { choicesFor } from './choices-for'
import { CommandItem } from './command-item'

export function ChoiceItems({ target }: { readonly target: Target }) {
  const { t } = useTranslation('canvas')
  const { scenario } = useDocument.getState()
  const choices = choicesFor(choicesNow(), target, connectionById(scenario))
  return (
    <>
      {choices.map((choice) => (
        <ChoiceItem key={choice.choice} choice={choice} />
      ))}
      {target.on !== 'board' && choices.length === 0 && (
        <MenuItem disabled onSelect={() => {}}>
          {t('menu.nothingHere')}
        </MenuItem>
      )}
      {target.on !== 'board' && <MenuSeparator />}
      <CommandItem id="run.forward" />
      <CommandItem id="run.back" />
      <MenuSeparator />
      <CommandItem id="mode.edit" />
      <CommandItem id="view.fitAll" />
    </>
  )
}

function ChoiceItem({ choice }: { readonly choice: ChoiceInfo }) {
  const { t } = useTranslation('canvas')
  const { message = '', queue = '', order, key, fault } = choice
  const take = () => {
    useRun.getState().pause()
    useRun.getState().choose(choice.choice)
  }
  return (
    <MenuItem danger={fault} icon={fault ? <Zap size={14} /> : <Split size={14} />} onSelect={take}>
      {t(`choice.${choice.kind}`, { message: message || queue, order: order ?? key ?? '' }).trim()}
    </MenuItem>
  )
}
