/** What came of a table, in words: what its runs gave, and which cells were filled in wrongly. */
import { type Language, textIn } from '../scenario/text'
import type { GivenAnswer } from './answer'
import {
  type AskedCell,
  cellsOf,
  measuredIn,
  rightOption,
  type TableQuestion,
} from './table-question'

/** `over UDP, of 100: 91`, for every cell that was run. */
export function runsOf(table: TableQuestion, language: Language): readonly string[] {
  return cellsOf(table).flatMap((cell) => {
    const found = measuredIn(cell)
    return found === undefined ? [] : [`${nameOf(table, cell, language)}: ${found}`]
  })
}

/** The cells that have something else than what is right; one that is empty is not wrong yet. */
export function wrongCells(
  table: TableQuestion,
  given: GivenAnswer | undefined,
  language: Language,
): readonly string[] {
  const pairs: Readonly<Record<string, string>> =
    given !== undefined && 'pairs' in given ? given.pairs : {}
  return cellsOf(table)
    .filter((cell) => {
      const said = pairs[cell.id]
      return said !== undefined && said !== rightOption(cell)
    })
    .map((cell) => nameOf(table, cell, language))
}

function nameOf(table: TableQuestion, { row, column }: AskedCell, language: Language): string {
  const found = table.columns.find(({ id }) => id === column)
  const name = found === undefined ? column : textIn(found.text, language)
  return `${textIn(row.text, language)}, ${name}`
}
