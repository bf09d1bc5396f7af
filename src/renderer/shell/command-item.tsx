/** A command as a menu item and as a button: title, keys and, where it cannot be run, the reason. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { commandById, keysOf, runCommand } from '../commands/commands'
import { IconButton } from '../ui/button'
import { MenuItem } from '../ui/menu'

export function CommandItem({
  id,
  icon,
  checked,
}: {
  readonly id: string
  readonly icon?: ReactNode
  readonly checked?: boolean
}) {
  const { t } = useTranslation()
  const command = commandById(id)
  const enabled = command.enabled()
  return (
    <MenuItem
      icon={icon}
      keys={keysOf(id)}
      disabled={enabled !== true}
      hint={enabled === true ? undefined : t(enabled)}
      {...(checked === undefined ? {} : { checked })}
      onSelect={() => runCommand(id)}
    >
      {t(command.title)}
    </MenuItem>
  )
}

/** Whoever draws it must draw it again when what the command depends on changes. */
export function CommandButton({
  id,
  children,
}: {
  readonly id: string
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const command = commandById(id)
  const enabled = command.enabled()
  return (
    <IconButton
      label={enabled === true ? t(command.title) : `${t(command.title)}: ${t(enabled)}`}
      keys={keysOf(id)}
      disabled={enabled !== true}
      onClick={() => runCommand(id)}
    >
      {children}
    </IconButton>
  )
}
