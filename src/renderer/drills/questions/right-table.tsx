/** A table with something in each cell: what is right, or what a run gave. */
import {
  type AskedCell,
  cellsOf,
  measuredIn,
  rightOption,
  type TableQuestion,
} from '../../../shared/drills/table-question'
import { textIn } from '../../../shared/scenario/text'
import { useSettings } from '../../state/settings'

export function RightTable({ table }: { readonly table: TableQuestion }) {
  const language = useSettings((settings) => settings.language)
  const right = (cell: AskedCell) => {
    const found = cell.options.find(({ id }) => id === rightOption(cell))
    return found && textIn(found.text, language)
  }
  return <FilledTable table={table} value={right} />
}

export function RunsTable({ table }: { readonly table: TableQuestion }) {
  return <FilledTable table={table} value={(cell) => measuredIn(cell)?.toString()} />
}

function FilledTable({
  table,
  value,
}: {
  readonly table: TableQuestion
  readonly value: (cell: AskedCell) => string | undefined
}) {
  const language = useSettings((settings) => settings.language)
  const cells = cellsOf(table)
  const filled = (row: string, column: string) => {
    const cell = cells.find((one) => one.row.id === row && one.column === column)
    return (cell && value(cell)) ?? '—'
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
                <td key={column.id}>{filled(id, column.id)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
