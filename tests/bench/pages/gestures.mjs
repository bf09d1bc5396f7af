/**
 * Real mouse input at 60 events a second, sent without waiting for the page, as a hand does; and the frames
 * that the page manages meanwhile.
 */
import { setTimeout as sleep } from 'node:timers/promises'

const EVENT_MS = 1_000 / 60

/**
 * @typedef {{ x: number, y: number }} Point in the window, CSS pixels
 * @typedef {'left' | 'middle'} Button
 */

/** @param {readonly (() => Promise<unknown>)[]} sends one for each tick of the hand */
async function paced(sends) {
  const begun = performance.now()
  const sent = []
  for (const [place, send] of sends.entries()) {
    await sleep(Math.max(0, begun + place * EVENT_MS - performance.now()))
    sent.push(send())
  }
  await Promise.all(sent)
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
  await paced(path.map((point) => () => send('mouseMoved', point)))
  await send('mouseReleased', path.at(-1))
}

/**
 * Turns the wheel at a point, a notch an event.
 * @param {Point} at
 * @param {readonly number[]} notches wheel deltas in pixels, down positive
 */
export const turnWheel = (at, notches) => async (cdp) => {
  const send = (deltaY) =>
    cdp.send('Input.dispatchMouseEvent', { type: 'mouseWheel', ...at, deltaX: 0, deltaY })
  await paced(notches.map((notch) => () => send(notch)))
}

/**
 * Two rounds and a half around a circle that begins and ends at its rightmost and leftmost point.
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
