/** Every verb that has keys, by group, from the one table of commands; narrowed by what is typed. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { COMMAND_GROUPS } from '../../../shared/commands/command-table'
import { GESTURES, HAND_ACTS } from '../../../shared/commands/gesture-table'
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
  const ofCommands = COMMAND_GROUPS.map((group) => ({
    heading: t(`commands:group.${group}`),
    rows: WITH_KEYS.filter((one) => one.group === group).map(({ id, title, keys }) => ({
      id,
      title,
      keys: keys.map((one) => shownKeys(one, IS_MAC)),
    })),
  }))
  const ofMouse = {
    heading: t('shortcuts.mouse'),
    rows: GESTURES.map(({ id, ways }) => ({
      id,
      title: `app:shortcuts.mouse.${id}`,
      keys: ways.map((way) => shownWay(way, (act) => t(`shortcuts.hand.${act}`))),
    })),
  }
  const groups = [...ofCommands, ofMouse]
    .map(({ heading, rows }) => ({
      heading,
      rows: rows.filter(({ title, keys }) =>
        isMatch(typed, [heading, t(title), english(title)], keys),
      ),
    }))
    .filter(({ rows }) => rows.length > 0)
  if (groups.length === 0) {
    return (
      <p className="shortcuts-none" role="status">
        {t('palette.none')}
      </p>
    )
  }
  return (
    <div className="shortcuts">
      {groups.map((one) => (
        <ShortcutGroup key={one.heading} {...one} />
      ))}
    </div>
  )
}

/** `Mod+drag` with its keys as they are printed and what the hand does in words. */
function shownWay(way: string, worded: (act: string) => string): string {
  return way
    .split('+')
    .map((part) => (HAND_ACTS.some((act) => act === part) ? worded(part) : shownKeys(part, IS_MAC)))
    .join('+')
}

interface ShortcutRow {
  readonly id: string
  /** A key of the catalogue. */
  readonly title: string
  /** As they are shown. */
  readonly keys: readonly string[]
}

function ShortcutGroup({
  heading,
  rows,
}: {
  readonly heading: string
  readonly rows: readonly ShortcutRow[]
}) {
  const { t } = useTranslation()
  return (
    <section className="shortcuts-group">
      <h3 className="section-title">{heading}</h3>
      <dl>
        {rows.map((one) => (
          <div key={one.id} className="shortcuts-row">
            <dt>{t(one.title)}</dt>
            <dd>
              {one.keys.map((keys) => (
                <KeyHint key={keys} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
