/** A drawing with very many services, as a file: rows of them in a grid, each line one handed on to the next. */

export const COLUMNS = 40
/** Board units from one service to the next. */
export const APART = { x: 260, y: 180 }

const SIZE = { width: 180, height: 72 }

/** Service `s17` is named `Service 17`; `pinned` is one that tidy up leaves alone. */
export function largeScenario(services: number): string {
  const ids = Array.from({ length: services }, (_, at) => at)
  return `${JSON.stringify({
    dryrun: 1,
    title: 'Very many services',
    services: ids.map((at) => ({
      id: `s${at}`,
      kind: at % COLUMNS === 0 ? 'client' : 'service',
      name: `Service ${at}`,
      position: placeOf(at),
    })),
    connections: ids
      .filter((at) => at % COLUMNS !== 0)
      .map((at) => ({
        id: `c${at}`,
        from: `s${at - 1}`,
        to: `s${at}`,
        protocol: 'rest',
        operation: `POST /s${at}`,
        timeout: 3000,
      })),
  })}\n`
}

function placeOf(at: number): { x: number; y: number } {
  return { x: (at % COLUMNS) * APART.x, y: Math.floor(at / COLUMNS) * APART.y }
}

/** Board units. */
export function middleOf(at: number): { x: number; y: number } {
  const { x, y } = placeOf(at)
  return { x: x + SIZE.width / 2, y: y + SIZE.height / 2 }
}
