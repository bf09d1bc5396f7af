/** Plain text in columns, for a terminal or a file. */

export interface TableOptions {
  /** Numbers of the columns whose content ends at the right. */
  readonly right?: readonly number[]
}

/** One line a row, columns two spaces apart and as wide as their widest content. */
export function columns(
  rows: readonly (readonly string[])[],
  { right = [] }: TableOptions = {},
): readonly string[] {
  const widths: number[] = []
  for (const row of rows) {
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, lettersOf(cell))
    })
  }
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - lettersOf(cell))
        return right.includes(at) ? space + cell : cell + space
      })
      .join('  ')
      .trimEnd(),
  )
}

/** Code points, not UTF-16 units: an emoji in a name is one letter. */
const lettersOf = (text: string): number => [...text].length
