/** A command as an item of a menu, with its keys and, when it cannot run, the reason. */
import { useTranslation } from 'react-i18next'
import { commandById, keysOf, runCommand } from '../../commands/commands'
import { MenuItem } from '../../ui/menu'

export function CommandItem({
  id,
  danger = false,
  checked,
}: {
  readonly id: string
  readonly danger?: boolean
  readonly checked?: boolean
}) {
  const { t } = useTranslation()
  const command = commandById(id)
  const enabled = command.enabled()
  return (
    <MenuItem
      keys={keysOf(id)}
      danger={danger}
      disabled={enabled !== true}
      hint={enabled === true ? undefined : t(enabled)}
      onSelect={() => runCommand(id)}
      {...(checked === undefined ? {} : { checked })}
    >
      {t(command.title)}
    </MenuItem>
  )
}
