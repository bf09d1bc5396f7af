/** What may happen to a thing as items of a menu: what can be chosen, then what cannot, each with the reason. */
import { Split, Zap } from 'lucide-react'
import { MenuItem } from './menu'

interface Row<Choice> {
  readonly key: string
  readonly words: string
  readonly isFault: boolean
  readonly why?: string
  readonly choice?: Choice
}

export function ChoiceRows<Choice>({
  rows,
  none,
  onChoose,
}: {
  readonly rows: readonly Row<Choice>[]
  /** Said where there is no row. */
  readonly none: string
  readonly onChoose: (choice: Choice) => void
}) {
  if (rows.length === 0)
    return (
      <MenuItem disabled onSelect={() => {}}>
        {none}
      </MenuItem>
    )
  return rows.map(({ key, words, isFault, why, choice }) => (
    <MenuItem
      key={key}
      danger={isFault && choice !== undefined}
      disabled={choice === undefined}
      hint={why}
      icon={isFault ? <Zap size={14} /> : <Split size={14} />}
      onSelect={() => choice !== undefined && onChoose(choice)}
    >
      {words}
    </MenuItem>
  ))
}
