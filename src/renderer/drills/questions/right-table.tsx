/** What is right in each cell of a table. */
import { cellsOf, rightOption, type TableQuestion } from '../../../shared/drills/table-question'
import { textIn } from '../../../shared/scenario/text'
import { useSettings } from '../../state/settings'

export function RightTable({ table }: { readonly table: TableQuestion }) {
  const language = useSettings((settings) => settings.language)
  const cells = cellsOf(table)
  const right = (row: string, column: string) => {
    const cell = cells.find((one) => one.row.id === row && one.column === column)
    const found = cell?.options.find(({ id }) => id === rightOption(cell))
    return found === undefined ? '—' : textIn(found.text, language)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <div className="right-table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <td />
            {table.columns.map(({ id, text }) => (
              <th key={id} scope="col">
                {textIn(text, language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ id, text }) => (
            <tr key={id}>
              <th scope="row">{textIn(text, language)}</th>
              {table.columns.map((column) => (
                <td key={column.id}>{right(id, column.id)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
