/** One line of the report: what was measured, ours beside a peer's, and the goal where there is one. */

/**
 * @typedef {object} Goal
 * @property {string} text
 * @property {boolean} met
 *
 * @typedef {object} Row
 * @property {string} measure
 * @property {string} unit a rate ends in "/s"; of everything else less is better
 * @property {number} ours
 * @property {string} [peer]
 * @property {number} [theirs]
 * @property {number} [ratio] above 1: Dryrun is so many times better
 * @property {Goal} [goal]
 */

/**
 * @param {string} measure
 * @param {string} unit
 * @param {number} ours
 * @param {{ text: string, most: number } | { text: string, least: number }} [goal]
 * @returns {Row}
 */
export function alone(measure, unit, ours, goal) {
  const met = goal && ('most' in goal ? ours <= goal.most : ours >= goal.least)
  return { measure, unit, ours, ...(goal && { goal: { text: goal.text, met: met === true } }) }
}

/**
 * @param {string} measure
 * @param {string} unit
 * @param {number} ours
 * @param {{ peer: string, theirs: number }} against
 * @param {{ text: string, ratio: number }} [goal] met when ours is at least so many times better
 * @returns {Row}
 */
export function compared(measure, unit, ours, { peer, theirs }, goal) {
  const ratio = unit.endsWith('/s') ? ours / theirs : theirs / ours
  const met = goal && { goal: { text: goal.text, met: ratio >= goal.ratio } }
  return { measure, unit, ours, peer, theirs, ratio, ...met }
}
