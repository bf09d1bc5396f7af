/** Every verb by its name: typed, found, done. One that is off stands there too and says why. */
import { Command } from 'cmdk'
import { useTranslation } from 'react-i18next'
import { COMMAND_GROUPS } from '../../../shared/commands/command-table'
import { COMMANDS, runCommand } from '../../commands/commands'
import { shownKeys } from '../../commands/keys'
import { IS_MAC } from '../../commands/platform'
import { useBoard } from '../../state/board'
import { Dialog } from '../../ui/dialog'
import { KeyHint } from '../../ui/key-hint'
import './search-dialog.css'

export function PaletteDialog() {
  const { t, i18n } = useTranslation('app')
  const close = useBoard((board) => board.closeDialog)
  // A typed word is looked for in both languages: who reads Russian may know the English verb.
  const english = i18n.getFixedT('en')
  const choose = (id: string) => {
    close()
    runCommand(id)
  }
  return (
    <Dialog title={t('palette.title')} size="medium" closeLabel={t('close')} onClose={close}>
      <Command label={t('palette.title')} className="search" loop>
        <Command.Input className="field" placeholder={t('palette.placeholder')} autoFocus />
        <Command.List className="search-list">
          <Command.Empty className="search-none">{t('palette.none')}</Command.Empty>
          {COMMAND_GROUPS.map((group) => (
            <Command.Group key={group} heading={t(`commands:group.${group}`)}>
              {COMMANDS.filter(
                (one) =>
                  one.group === group && one.id !== 'help.palette' && one.id !== 'edit.escape',
              ).map((one) => {
                const answer = one.enabled()
                const [first] = one.keys
                return (
                  <Command.Item
                    key={one.id}
                    value={one.id}
                    keywords={[t(one.title), english(one.title)]}
                    disabled={answer !== true}
                    className="search-row"
                    onSelect={() => choose(one.id)}
                  >
                    <span className="search-words">
                      {t(one.title)}
                      {answer !== true && <small>{t(answer)}</small>}
                    </span>
                    {first && <KeyHint keys={shownKeys(first, IS_MAC)} />}
                  </Command.Item>
                )
              })}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
    </Dialog>
  )
}
