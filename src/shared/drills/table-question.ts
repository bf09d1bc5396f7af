/** A table to fill in: of each cell one of several, which is written down or what a run shows. */
import { idSchema } from '../scenario/place'
import { textSchema } from '../scenario/text'
import { z } from '../scenario/zod'
import { type Measured, measured, measureSchema } from './measures/measure'

const ROWS_MAX = 30
const COLUMNS_MAX = 10

const optionSchema = z.strictObject({
  id: idSchema,
  text: textSchema,
  /** Which measured values it stands for: this one, or all from one to another. */
  value: z.union([z.number(), z.string().max(60)]).optional(),
  least: z.number().optional(),
  most: z.number().optional(),
})
type Option = z.infer<typeof optionSchema>

const cellSchema = z.union([
  z.strictObject({ is: idSchema }),
  z.strictObject({ measured: measureSchema }),
])
type Cell = z.infer<typeof cellSchema>

const optionsSchema = z.array(optionSchema).min(2).max(30)

export const tableSchema = z.strictObject({
  columns: z
    .array(z.strictObject({ id: idSchema, text: textSchema }))
    .min(1)
    .max(COLUMNS_MAX),
  rows: z
    .array(
      z.strictObject({
        id: idSchema,
        text: textSchema,
        /** By column; a column that is not named has nothing to fill in here. */
        cells: z.record(idSchema, cellSchema),
        /** Its own, where those of the table do not fit. */
        options: optionsSchema.optional(),
        why: textSchema.optional(),
      }),
    )
    .min(1)
    .max(ROWS_MAX),
  options: optionsSchema.optional(),
})
export type TableQuestion = z.infer<typeof tableSchema>
export type TableRow = TableQuestion['rows'][number]

export interface AskedCell {
  /** As the answer names it: `get.safe`. */
  readonly id: string
  readonly row: TableRow
  readonly column: string
  readonly cell: Cell
  readonly options: readonly Option[]
}

/** Every cell that is to be filled in, row by row. */
export function cellsOf(table: TableQuestion): readonly AskedCell[] {
  return table.rows.flatMap((row) =>
    table.columns.flatMap(({ id: column }) => {
      const cell = row.cells[column]
      const options = row.options ?? table.options ?? []
      return cell === undefined ? [] : [{ id: `${row.id}.${column}`, row, column, cell, options }]
    }),
  )
}

/** The option that is right; undefined where what was measured is none of them. */
export function rightOption({ cell, options }: AskedCell): string | undefined {
  if ('is' in cell) return cell.is
  const found = measured(cell.measured)
  return options.find((option) => covers(option, found))?.id
}

function covers({ value, least, most }: Option, found: Measured): boolean {
  if (value !== undefined) return value === found
  if (typeof found === 'string' || (least === undefined && most === undefined)) return false
  return found >= (least ?? -Infinity) && found <= (most ?? Infinity)
}

/** What was run for a cell and what came of it; nothing where it is written down. */
export function measuredIn({ cell }: AskedCell): Measured | undefined {
  return 'measured' in cell ? measured(cell.measured) : undefined
}
