/** A table to fill in, row by row: each cell is chosen from a list that the keyboard reaches. */
import { useTranslation } from 'react-i18next'
import { cellsOf, type TableQuestion } from '../../../shared/drills/table-question'
import { textIn } from '../../../shared/scenario/text'
import { useDrill } from '../../state/drill'
import { useSettings } from '../../state/settings'
import { Select } from '../../ui/select'
import { shuffled } from './shuffled'

const NOTHING = ''

export function TableForm({ id, table }: { readonly id: string; readonly table: TableQuestion }) {
  const { t } = useTranslation('drills')
  const language = useSettings((settings) => settings.language)
  const given = useDrill((state) => state.session.answers[id])
  const pairs = given !== undefined && 'pairs' in given ? given.pairs : {}
  const cells = cellsOf(table)
  const fill = (cell: string, option: string) => {
    const { [cell]: _before, ...others } = pairs
    const next = option === NOTHING ? others : { ...others, [cell]: option }
    useDrill.getState().answer(id, { pairs: next })
  }
  return (
    <div className="question-table" data-columns={Math.min(table.columns.length, 4)}>
      {table.rows.map((row) => (
        <fieldset key={row.id}>
          <legend>{textIn(row.text, language)}</legend>
          {cells
            .filter((cell) => cell.row === row)
            .map((cell) => {
              const column = table.columns.find(({ id: one }) => one === cell.column)
              const label = column === undefined ? '' : textIn(column.text, language)
              // Options of a row's own would stand in the order of its cells.
              const shown = row.options === undefined ? cell.options : shuffled(cell.options)
              return (
                <div key={cell.id} className="question-cell">
                  <span aria-hidden="true">{label}</span>
                  <Select
                    label={`${textIn(row.text, language)}, ${label}`}
                    value={pairs[cell.id] ?? NOTHING}
                    options={[
                      { value: NOTHING, label: t('choose') },
                      ...shown.map(({ id: value, text }) => ({
                        value,
                        label: textIn(text, language),
                      })),
                    ]}
                    onChange={(option) => fill(cell.id, option)}
                  />
                </div>
              )
            })}
        </fieldset>
      ))}
    </div>
  )
}
