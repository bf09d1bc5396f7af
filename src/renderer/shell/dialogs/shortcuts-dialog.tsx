/** Every verb that has keys, by group, from the one table of commands. */
import { useTranslation } from 'react-i18next'
import { COMMAND_GROUPS } from '../../commands/command'
import { COMMANDS } from '../../commands/commands'
import { shownKeys } from '../../commands/keys'
import { IS_MAC } from '../../commands/platform'
import { useBoard } from '../../state/board'
import { Dialog } from '../../ui/dialog'
import { KeyHint } from '../../ui/key-hint'
import './shortcuts-dialog.css'

export function ShortcutsDialog() {
  const { t } = useTranslation('app')
  const close = useBoard((board) => board.closeDialog)
  return (
    <Dialog title={t('shortcuts.title')} size="large" closeLabel={t('close')} onClose={close}>
      <div className="shortcuts">
        {COMMAND_GROUPS.map((group) => (
          <section key={group} className="shortcuts-group">
            <h3 className="section-title">{t(`commands:group.${group}`)}</h3>
            <dl>
              {COMMANDS.filter((one) => one.group === group && one.keys.length > 0).map((one) => (
                <div key={one.id} className="shortcuts-row">
                  <dt>{t(one.title)}</dt>
                  <dd>
                    {one.keys.map((keys) => (
                      <KeyHint key={keys} keys={shownKeys(keys, IS_MAC)} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section className="shortcuts-group">
          <h3 className="section-title">{t('shortcuts.mouse')}</h3>
          <ul className="shortcuts-mouse">
            {['drag', 'free', 'pan', 'zoom', 'connect', 'line', 'duplicate', 'add', 'menu'].map(
              (hint) => (
                <li key={hint}>{t(`shortcuts.mouse.${hint}`)}</li>
              ),
            )}
          </ul>
        </section>
      </div>
    </Dialog>
  )
}
