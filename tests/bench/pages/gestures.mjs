/**
 * Real mouse input at 60 events a second for as long as a gesture lasts, and the frames that the page manages
 * meanwhile. As with a real mouse the browser holds events back while the page still works on one, and passes
 * on where the hand is by then.
 */
import { setTimeout as sleep } from 'node:timers/promises'

const EVENT_MS = 1_000 / 60

/**
 * @typedef {{ x: number, y: number }} Point in the window, CSS pixels
 * @typedef {'left' | 'middle'} Button
 */

/**
 * @param {number} ticks of the hand; the last is always sent
 * @param {(tick: number) => Promise<unknown>} send ends when the page has taken the event
 */
async function paced(ticks, send) {
  const begun = performance.now()
  for (let sent = -1; sent < ticks - 1; ) {
    await sleep(Math.max(0, begun + (sent + 1) * EVENT_MS - performance.now()))
    const now = Math.floor((performance.now() - begun) / EVENT_MS)
    sent = Math.min(ticks - 1, Math.max(sent + 1, now))
    await send(sent)
  }
}

/**
 * Gaps between the frames of the page while the gesture lasts, in milliseconds.
 * @param {import('@playwright/test').Page} page
 * @param {(cdp: import('@playwright/test').CDPSession) => Promise<void>} gesture
 * @returns {Promise<number[]>}
 */
export async function framesDuring(page, gesture) {
  const cdp = await page.context().newCDPSession(page)
  await page.evaluate(() => window.benchProbe.record())
  await gesture(cdp)
  const gaps = await page.evaluate(() => window.benchProbe.recorded())
  await cdp.detach()
  return gaps
}

/**
 * Presses at the first point, moves through all, releases at the last.
 * @param {readonly Point[]} path
 * @param {Button} button
 */
export const dragAlong = (path, button) => async (cdp) => {
  const buttons = button === 'middle' ? 4 : 1
  const send = (type, { x, y }) =>
    cdp.send('Input.dispatchMouseEvent', { type, x, y, button, buttons, clickCount: 1 })
  await send('mousePressed', path[0])
  await paced(path.length, (tick) => send('mouseMoved', path[tick]))
  await send('mouseReleased', path.at(-1))
}

/**
 * Turns the wheel at a point.
 * @param {Point} at
 * @param {readonly number[]} turned how far it is turned at every tick, in pixels, down positive
 */
export const turnWheel = (at, turned) => async (cdp) => {
  let before = 0
  await paced(turned.length, (tick) => {
    const deltaY = turned[tick] - before
    before = turned[tick]
    if (deltaY === 0) return
    return cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY })
  })
}

/**
 * Two rounds and a half around a circle, from its rightmost point to its leftmost.
 * @param {Point} start
 * @param {number} radius
 * @param {number} events
 */
export function circleFrom(start, radius, events) {
  return Array.from({ length: events }, (_, place) => {
    const angle = (place / (events - 1)) * 5 * Math.PI
    return {
      x: start.x + radius * (Math.cos(angle) - 1),
      y: start.y + radius * Math.sin(angle),
    }
  })
}
