/**
 * One step of a run on a board of 1,000 services, all in view, with the lists beside it; the same key press lights
 * up one box of the React Flow page by new node data.
 */
import { graphOf } from '../graph/graph.mjs'
import { scenarioText } from '../graph/graph-scenario.mjs'
import { fitApp, openApp, runApp } from '../pages/app-page.mjs'
import { closePage, untilCalm } from '../pages/browser.mjs'
import { boardBounds, openFlow } from '../pages/flow-page.mjs'
import { alone, compared } from '../report/row.mjs'
import { mean, percentile } from '../report/statistics.mjs'

const SERVICES = 1_000
const STEPS = 60
const FRAME_MS = 16
const PEER = 'React Flow setNodes'

/** How long the page's main thread has worked so far, in milliseconds: script, style, layout and paint. */
async function workedMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics')
  return 1_000 * metrics.find(({ name }) => name === 'TaskDuration').value
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} key
 */
async function stepCosts(page, key) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const commits = []
  const paints = []
  const works = []
  for (let step = 0; step < STEPS; step += 1) {
    await page.evaluate(() => window.benchProbe.armStep())
    const before = await workedMs(cdp)
    await page.keyboard.press(key)
    const { commitMs, paintMs } = await page.evaluate(() => window.benchProbe.measured())
    works.push((await workedMs(cdp)) - before)
    commits.push(commitMs)
    paints.push(paintMs)
  }
  await cdp.detach()
  return { commits, paints, works }
}

function rows(what, ours, theirs) {
  const row = (measure, of, most) => {
    const against = { peer: PEER, theirs: of(theirs) }
    const compare = compared(`${what}, ${measure}`, 'ms', of(ours), against)
    const text = `under ${FRAME_MS} ms`
    return most ? { ...compare, goal: { text, met: compare.ours < FRAME_MS } } : compare
  }
  return [
    row('to commit, p50', ({ commits }) => percentile(commits, 0.5), true),
    row('to commit, p95', ({ commits }) => percentile(commits, 0.95), true),
    row('to the next frame, p50', ({ paints }) => percentile(paints, 0.5), false),
    row('main thread in all, mean', ({ works }) => mean(works), true),
  ]
}

/** The tab of the lists; in a wide window the sequence and the promises stand beside it. */
async function showTab(page, name) {
  await page.getByRole('tab', { name, exact: true }).click()
  // With the keyboard in the tabs, arrows would change the tab.
  await page.evaluate(() => document.activeElement?.blur())
}

/** A key press that steps nothing would be quick, and would measure nothing. */
async function checkPosition(page, wanted) {
  const shown = Number(await page.locator('.position-step b').textContent())
  if (shown !== wanted) throw new Error(`the run stands at step ${shown}, not at ${wanted}`)
}

/** @param {import('../workshop.mjs').Workshop} workshop */
async function run(workshop) {
  const { browser, peers } = workshop
  const graph = graphOf(SERVICES)
  const chromium = await browser()
  const { page, close } = await openApp(workshop, scenarioText(graph))
  await fitApp(page)
  const size = await boardBounds(page)
  const begunMs = await runApp(page)
  await showTab(page, 'Steps')
  const first = await stepCosts(page, 'ArrowRight')
  await checkPosition(page, STEPS)
  await page.keyboard.press('End')
  await untilCalm(page)
  const end = Number(await page.locator('.position-step b').textContent())
  const back = await stepCosts(page, 'ArrowLeft')
  await checkPosition(page, end - STEPS)
  await showTab(page, 'State')
  const state = await stepCosts(page, 'ArrowLeft')
  await checkPosition(page, end - 2 * STEPS)
  await close()
  const flow = await openFlow(chromium, (await peers()).origin, { graph, size })
  const theirs = await stepCosts(flow, ']')
  await closePage(flow)
  return [
    ...rows('forward at the start, steps and sequence', first, theirs),
    ...rows('back at the end, steps and sequence', back, theirs),
    ...rows('back at the end, state and sequence', state, theirs),
    alone('from Run pressed to a run that can be stepped', 'ms', begunMs),
  ]
}

export const step = { title: `A step with ${SERVICES} services in view`, run }
