/** Drawing or running. */
import { useTranslation } from 'react-i18next'
import { runCommand } from '../commands/commands'
import { type Mode, useBoard } from '../state/board'
import { Segmented } from '../ui/segmented'

/** Once chosen, the arrow keys are the run's or the drawing's; Tab goes on from where it was. */
function giveKeysBack(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

export function ModeSwitch() {
  const { t } = useTranslation('app')
  const mode = useBoard((board) => board.mode)
  return (
    <Segmented<Mode>
      label={t('mode')}
      value={mode}
      onChange={(next) => {
        runCommand(`mode.${next}`)
        giveKeysBack()
      }}
      segments={[
        { value: 'edit', label: t('mode.edit'), title: t('mode.edit.about') },
        { value: 'run', label: t('mode.run'), title: t('mode.run.about') },
      ]}
    />
  )
}
