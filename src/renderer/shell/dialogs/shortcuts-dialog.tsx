/** Every verb that has keys, by group, from the one table of commands; narrowed by what is typed. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COMMAND_GROUPS, type CommandGroup } from '../../../shared/commands/command-table'
import { COMMANDS } from '../../commands/commands'
import { shownKeys } from '../../commands/keys'
import { IS_MAC } from '../../commands/platform'
import { useBoard } from '../../state/board'
import { Dialog } from '../../ui/dialog'
import { KeyHint } from '../../ui/key-hint'
import { TextField } from '../../ui/text-field'
import { isMatch } from './matching-shortcuts'
import './shortcuts-dialog.css'

const WITH_KEYS = COMMANDS.filter((one) => one.keys.length > 0)
const GESTURES = ['drag', 'free', 'pan', 'zoom', 'connect', 'line', 'duplicate', 'add', 'menu']

export function ShortcutsDialog() {
  const { t } = useTranslation('app')
  const close = useBoard((board) => board.closeDialog)
  const [typed, setTyped] = useState('')
  return (
    <Dialog title={t('shortcuts.title')} size="large" closeLabel={t('close')} onClose={close}>
      <div className="shortcuts-search">
        <TextField
          label={t('shortcuts.search')}
          placeholder={t('shortcuts.search')}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
      </div>
      <ShortcutList typed={typed} />
    </Dialog>
  )
}

function ShortcutList({ typed }: { readonly typed: string }) {
  const { t, i18n } = useTranslation('app')
  // As in the palette: who reads Russian may know the English verb.
  const english = i18n.getFixedT('en')
  const groups = COMMAND_GROUPS.map((group) => {
    const heading = t(`commands:group.${group}`)
    const commands = WITH_KEYS.filter((one) => one.group === group).filter(({ title, keys }) => {
      const shown = keys.map((one) => shownKeys(one, IS_MAC))
      return isMatch(typed, [heading, t(title), english(title)], shown)
    })
    return { group, heading, commands }
  }).filter(({ commands }) => commands.length > 0)
  const mouse = t('shortcuts.mouse')
  const gestures = GESTURES.map((gesture) => t(`shortcuts.mouse.${gesture}`)).filter((words) =>
    isMatch(typed, [mouse, words]),
  )
  if (groups.length + gestures.length === 0) {
    return (
      <p className="shortcuts-none" role="status">
        {t('palette.none')}
      </p>
    )
  }
  return (
    <div className="shortcuts">
      {groups.map((one) => (
        <ShortcutGroup key={one.group} {...one} />
      ))}
      {gestures.length > 0 && (
        <section className="shortcuts-group">
          <h3 className="section-title">{mouse}</h3>
          <ul className="shortcuts-mouse">
            {gestures.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function ShortcutGroup({
  heading,
  commands,
}: {
  readonly group: CommandGroup
  readonly heading: string
  readonly commands: typeof WITH_KEYS
}) {
  const { t } = useTranslation()
  return (
    <section className="shortcuts-group">
      <h3 className="section-title">{heading}</h3>
      <dl>
        {commands.map((one) => (
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
  )
}
