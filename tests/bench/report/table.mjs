/** The report as people read it: one aligned table a benchmark. */

/** @typedef {import('./row.mjs').Row} Row */

const HEADS = ['measure', 'unit', 'Dryrun', 'peer', "peer's", 'better', 'goal', '']

/** @param {number | undefined} value */
function shown(value) {
  if (value === undefined) return ''
  if (!Number.isFinite(value)) return '?'
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString('en')
  return value.toFixed(Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2)
}

/** @param {Row} row */
function cells({ measure, unit, ours, peer, theirs, ratio, goal }) {
  return [
    measure,
    unit,
    shown(ours),
    peer ?? '',
    shown(theirs),
    ratio === undefined ? '' : `${shown(ratio)} x`,
    goal?.text ?? '',
    goal ? (goal.met ? 'met' : 'NOT MET') : '',
  ]
}

/**
 * @param {string} title
 * @param {readonly Row[]} rows
 */
export function table(title, rows) {
  const lines = [HEADS, ...rows.map(cells)]
  const widths = HEADS.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  const isNumber = [false, false, true, false, true, true, false, false]
  const text = lines.map((line) =>
    line
      .map((cell, column) =>
        isNumber[column] ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
      )
      .join('  ')
      .trimEnd(),
  )
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return [`\n${title}`, text[0], rule, ...text.slice(1)].join('\n')
}
