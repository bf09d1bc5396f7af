/**
 * From the start of loading the page to a drawing that can be used: Dryrun's with its run ready to be stepped,
 * the peers' with the same boxes and lines drawn and their first tool there.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { graphOfScenario } from '../graph/graph-scenario.mjs'
import { FORWARD } from '../pages/app-page.mjs'
import { closePage, freshPage } from '../pages/browser.mjs'
import { EXCALIDRAW_READY } from '../pages/excalidraw-page.mjs'
import { compared } from '../report/row.mjs'
import { median } from '../report/statistics.mjs'

const TEMPLATE = fileURLToPath(
  new URL('../../../resources/templates/three-services.dryrun.json', import.meta.url),
)
const MEASURE = 'three-services, page load to interactive'

/** Run in the pages by the frame. */
const selectorShown = ({ selector, boxes }) =>
  window.benchProbe.shownWhen(() => {
    const drawn = document.querySelectorAll('.react-flow__node').length
    return document.querySelector(selector) !== null && drawn >= boxes
  })
const excalidrawShown = (selector) =>
  window.benchProbe.shownWhen(() => {
    const canvas = document.querySelector('canvas.excalidraw__canvas.static')
    if (!canvas || !document.querySelector(selector)) return false
    const { width, height } = canvas
    const row = canvas.getContext('2d').getImageData(0, Math.floor(height / 2), width, 1).data
    // The middle row of a drawing in view crosses boxes: more than its background's one colour.
    return row.some((value, place) => value !== row[place % 4])
  })

async function timed(browser, given, address, shown, argument) {
  const page = await freshPage(browser, given)
  await page.goto(address, { waitUntil: 'commit' })
  const ms = await page.evaluate(shown, argument)
  await closePage(page)
  return ms
}

/** @param {import('../workshop.mjs').Workshop} workshop */
async function run({ browser, serve, peers, runs }) {
  const graph = graphOfScenario(JSON.parse(readFileSync(TEMPLATE, 'utf8')))
  const boxes = graph.boxes.length
  const { origin } = await peers()
  const chromium = await browser()
  const given = { benchGraph: graph }
  const ours = []
  const excalidraw = []
  const flow = []
  for (let round = 0; round < runs; round += 1) {
    const host = await serve(TEMPLATE)
    const app = { selector: FORWARD, boxes }
    ours.push(await timed(chromium, {}, host.address, selectorShown, app))
    await host.close()
    const drawing = `${origin}/peers/excalidraw.html`
    excalidraw.push(await timed(chromium, given, drawing, excalidrawShown, EXCALIDRAW_READY))
    const bare = { selector: '.react-flow__edge', boxes }
    flow.push(await timed(chromium, given, `${origin}/peers/flow.html`, selectorShown, bare))
  }
  const goal = { text: 'not slower than Excalidraw', ratio: 1 }
  const against = (peer, values) => ({ peer, theirs: median(values) })
  return [
    compared(MEASURE, 'ms', median(ours), against('Excalidraw', excalidraw), goal),
    compared(MEASURE, 'ms', median(ours), against('React Flow, a bare page', flow)),
  ]
}

export const open = { title: 'Opening', run }
