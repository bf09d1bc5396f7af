/** Frames while 1,000 services and 1,500 lines, all in view, are panned, zoomed, and one of them is dragged. */
import { BOX, graphOf, middleBox } from '../graph/graph.mjs'
import { scenarioText } from '../graph/graph-scenario.mjs'
import { fitApp, openApp } from '../pages/app-page.mjs'
import { closePage, untilCalm } from '../pages/browser.mjs'
import { boardBounds, middleOnScreen, openFlow } from '../pages/flow-page.mjs'
import { circleFrom, dragAlong, framesDuring, turnWheel } from '../pages/gestures.mjs'
import { compared } from '../report/row.mjs'
import { mean, percentile } from '../report/statistics.mjs'

const SERVICES = 1_000
const EVENTS = 120
const RADIUS_PX = 80
const FRAME_P95_MS = 25
const NOTCH_PX = 60
/** In by four notches and out again, over and over, so that most of the drawing stays in view. */
const TURNED = Array.from(
  { length: EVENTS },
  (_, tick) => -NOTCH_PX * Math.abs(((tick + 4) % 8) - 4),
)

/** @returns {Promise<Record<'pan' | 'zoom' | 'drag', number[]>>} gaps between frames, in milliseconds */
async function gesturesOn(page, graph, runs) {
  const box = middleBox(graph)
  const gap = { x: box.x + BOX.width, y: box.y + 1.5 * BOX.height }
  const frames = { pan: [], zoom: [], drag: [] }
  for (let round = 0; round < runs; round += 1) {
    const empty = await middleOnScreen(page, gap)
    const panned = circleFrom(empty, RADIUS_PX, EVENTS)
    frames.pan.push(...(await framesDuring(page, dragAlong(panned, 'middle'))))
    // The circle ends two radii to the left of where it began: back again, and not measured.
    await framesDuring(page, dragAlong([panned.at(-1), panned[0]], 'middle'))
    frames.zoom.push(...(await framesDuring(page, turnWheel(empty, TURNED))))
    await untilCalm(page)
    const middle = await middleOnScreen(page, box)
    const dragged = circleFrom(middle, RADIUS_PX, EVENTS)
    frames.drag.push(...(await framesDuring(page, dragAlong(dragged, 'left'))))
    await framesDuring(page, dragAlong([dragged.at(-1), dragged[0]], 'left'))
    await untilCalm(page)
  }
  return frames
}

const PEERS = [
  { peer: 'React Flow, tuned', mountsAll: false },
  { peer: 'React Flow, all mounted', mountsAll: true },
]

/** @param {import('../workshop.mjs').Workshop} workshop */
async function run(workshop) {
  const { browser, peers, runs } = workshop
  const graph = graphOf(SERVICES)
  const chromium = await browser()
  const { page, close } = await openApp(workshop, scenarioText(graph))
  await fitApp(page)
  const size = await boardBounds(page)
  const ours = await gesturesOn(page, graph, runs)
  await close()
  const { origin } = await peers()
  const theirs = []
  for (const { peer, mountsAll } of PEERS) {
    const flow = await openFlow(chromium, origin, { graph, size, mountsAll })
    theirs.push({ peer, frames: await gesturesOn(flow, graph, runs) })
    await closePage(flow)
  }
  return ['pan', 'zoom', 'drag'].flatMap((gesture) =>
    theirs.flatMap(({ peer, frames }) => rows(gesture, ours[gesture], peer, frames[gesture])),
  )
}

const framesPerSecond = (gaps) => 1_000 / mean(gaps)

function rows(gesture, ours, peer, theirs) {
  const row = (measure, unit, of) =>
    compared(`${gesture}, ${measure}`, unit, of(ours), { peer, theirs: of(theirs) })
  const p95 = row('frame p95', 'ms', (gaps) => percentile(gaps, 0.95))
  const goal = { text: `under ${FRAME_P95_MS} ms`, met: p95.ours < FRAME_P95_MS }
  return [
    row('frame p50', 'ms', (gaps) => percentile(gaps, 0.5)),
    { ...p95, goal },
    row('frames', '/s', framesPerSecond),
  ]
}

export const view = { title: `Pan, zoom and drag with ${SERVICES} services in view`, run }
