/** A command as a button without words: its title, its keys and, where it cannot be run, the reason. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandId } from '../../shared/commands/command-table'
import { verbOf } from '../commands/commands'
import { IconButton } from '../ui/button'

/** Whoever draws it must draw it again when what the command depends on changes. */
export function CommandButton({
  id,
  children,
}: {
  readonly id: CommandId
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const { title, keys, refusal, run } = verbOf(id)
  return (
    <IconButton
      label={refusal === undefined ? t(title) : `${t(title)}: ${t(refusal)}`}
      keys={keys}
      disabled={refusal !== undefined}
      onClick={run}
    >
      {children}
    </IconButton>
  )
}
