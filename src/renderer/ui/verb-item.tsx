/** A verb as an item of a menu: its title, its keys and, where it cannot be done, the reason. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuItem } from './menu'

/** A verb as it is shown now. Titles and reasons are catalogue keys with their namespace. */
export interface Verb {
  readonly title: string
  readonly keys: string | undefined
  /** Why it cannot be done now; undefined when it can. */
  readonly refusal: string | undefined
  run(): void
}

export function VerbItem({
  verb,
  icon,
  danger = false,
  checked,
}: {
  readonly verb: Verb
  readonly icon?: ReactNode
  readonly danger?: boolean
  readonly checked?: boolean
}) {
  const { t } = useTranslation()
  const { title, keys, refusal, run } = verb
  return (
    <MenuItem
      icon={icon}
      keys={keys}
      danger={danger}
      disabled={refusal !== undefined}
      hint={refusal === undefined ? undefined : t(refusal)}
      {...(checked === undefined ? {} : { checked })}
      onSelect={run}
    >
      {t(title)}
    </MenuItem>
  )
}
