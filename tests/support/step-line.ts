/** A step as one line of a golden trace: everything it says, in fixed columns. */
import type { Step } from '../../src/shared/engine/step'

export function stepLine(step: Step): string {
  const { seq, atUs, cause, kind, service, from, to, connection, message, order, detail } = step
  const way = from === undefined && to === undefined ? '' : `${from ?? '?'} > ${to ?? '?'}`
  const details = Object.entries(detail ?? {}).map(([name, value]) => `${name}=${value}`)
  const columns = [
    String(seq).padStart(3),
    (atUs / 1000).toFixed(3).padStart(10),
    (cause === undefined ? '' : `<${cause}`).padEnd(4),
    kind.padEnd(20),
    service.padEnd(14),
    (order ?? '').padEnd(5),
    message ?? '',
    way,
    connection === undefined ? '' : `[${connection}]`,
    ...details,
  ]
  return columns
    .filter((column, index) => index < 6 || column !== '')
    .join(' ')
    .trimEnd()
}
