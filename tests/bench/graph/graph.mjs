/**
 * The drawing that every program in a comparison shows: n boxes on a near-square grid and 1.5 n labelled lines,
 * the same for the same n. Lines only go on to later boxes, so that the drawing also runs to an end.
 */

/**
 * @typedef {{ id: string, x: number, y: number, label: string }} Box board units, top left corner
 * @typedef {{ id: string, from: string, to: string, label: string }} Line
 * @typedef {{ boxes: Box[], lines: Line[], width: number, height: number }} Graph
 */

export const BOX = { width: 150, height: 60 }
const PITCH = { x: 240, y: 140 }
const LINES_PER_BOX = 1.5
/** A line to the next row leans at most so many columns aside. */
const LEAN = 2
const BOX_WORDS = ['api', 'worker', 'cache', 'queue', 'store', 'gateway', 'auth', 'search']
const LINE_WORDS = [
  'GET /v1',
  'POST /ev',
  'publish',
  'consume',
  'SELECT',
  'Call',
  'SET ttl',
  'PUT /v2',
]

/** mulberry32: numbers in [0, 1), the same for the same seed. */
export function dice(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * @param {number} count of boxes
 * @returns {Graph}
 */
export function graphOf(count) {
  const columns = Math.ceil(Math.sqrt(count))
  const boxes = Array.from({ length: count }, (_, place) => ({
    id: `box${place}`,
    x: (place % columns) * PITCH.x,
    y: Math.floor(place / columns) * PITCH.y,
    label: `${BOX_WORDS[place % BOX_WORDS.length]} ${place}`,
  }))
  const rows = Math.ceil(count / columns)
  return {
    boxes,
    lines: linesOf(count, columns),
    width: (columns - 1) * PITCH.x + BOX.width,
    height: (rows - 1) * PITCH.y + BOX.height,
  }
}

/** Along every row and down at its end, then at random to the row below, until there are enough. */
function linesOf(count, columns) {
  /** @type {Map<string, Line>} */
  const lines = new Map()
  const wanted = Math.round(LINES_PER_BOX * count)
  const add = (from, to) => {
    const key = `${from} ${to}`
    if (to >= count || lines.has(key)) return
    const place = lines.size
    const label = LINE_WORDS[place % LINE_WORDS.length]
    lines.set(key, { id: `line${place}`, from: `box${from}`, to: `box${to}`, label })
  }
  for (let place = 0; place < count; place += 1) {
    const isRowEnd = (place + 1) % columns === 0
    add(place, isRowEnd ? place + columns : place + 1)
  }
  const roll = dice(42 + count)
  for (let tries = 0; lines.size < wanted && tries < count * 50; tries += 1) {
    const from = Math.floor(roll() * count)
    const to = from + columns + Math.floor(roll() * (2 * LEAN + 1)) - LEAN
    if (Math.abs((to % columns) - (from % columns)) <= LEAN) add(from, to)
  }
  return [...lines.values()]
}

/**
 * The box nearest to the middle of the drawing.
 * @param {Graph} graph
 */
export function middleBox({ boxes, width, height }) {
  const aside = ({ x, y }) =>
    Math.hypot(x + BOX.width / 2 - width / 2, y + BOX.height / 2 - height / 2)
  return boxes.reduce((best, box) => (aside(box) < aside(best) ? box : best))
}
