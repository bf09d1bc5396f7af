/** Drawing 1,000 services anew, selecting all of them, and taking back that all were deleted. */
import { graphOf } from '../graph/graph.mjs'
import { scenarioText } from '../graph/graph-scenario.mjs'
import { dropOnApp, fitApp, openApp } from '../pages/app-page.mjs'
import { closePage, keyToCalm } from '../pages/browser.mjs'
import { boardBounds, openFlow } from '../pages/flow-page.mjs'
import { compared } from '../report/row.mjs'
import { median } from '../report/statistics.mjs'

const SERVICES = 1_000
const PEER = 'React Flow, tuned'

/** @param {import('@playwright/test').Page} page */
function showOnFlow(page, text) {
  return page.evaluate(
    (json) => window.benchProbe.calm(() => window.benchPage.show(JSON.parse(json))),
    text,
  )
}

/**
 * @param {import('@playwright/test').Page} page whatever is on it is replaced
 * @param {(text: string) => Promise<number>} show
 * @param {{ small: string, large: string }} texts
 */
async function edited(page, show, texts, runs) {
  const times = { draw: [], selectAll: [], undo: [] }
  for (let round = 0; round < runs; round += 1) {
    await show(texts.small)
    times.draw.push(await show(texts.large))
    times.selectAll.push(await keyToCalm(page, 'Control+a'))
    await keyToCalm(page, 'Delete')
    times.undo.push(await keyToCalm(page, 'Control+z'))
  }
  return times
}

/** @param {import('../workshop.mjs').Workshop} workshop */
async function run(workshop) {
  const { browser, peers, runs } = workshop
  const small = graphOf(4)
  const large = graphOf(SERVICES)
  const chromium = await browser()
  const { page, close } = await openApp(workshop, scenarioText(small))
  await fitApp(page)
  const size = await boardBounds(page)
  const scenarios = { small: scenarioText(small), large: scenarioText(large) }
  const ours = await edited(page, (text) => dropOnApp(page, text), scenarios, runs)
  await close()
  // Shown the large graph first, the peer's view already takes all of it in.
  const flow = await openFlow(chromium, (await peers()).origin, { graph: large, size })
  const graphs = { small: JSON.stringify(small), large: JSON.stringify(large) }
  const theirs = await edited(flow, (text) => showOnFlow(flow, text), graphs, runs)
  await closePage(flow)
  const row = (measure, which, goal) => {
    const against = { peer: PEER, theirs: median(theirs[which]) }
    return compared(measure, 'ms', median(ours[which]), against, goal)
  }
  const quick = (one) => ({ ...one, goal: { text: 'under 100 ms', met: one.ours < 100 } })
  return [
    row('file read, checked and drawn', 'draw', { text: '10 x faster', ratio: 10 }),
    quick(row('select all', 'selectAll')),
    quick(row('undo of delete all', 'undo')),
  ]
}

export const edit = { title: `Drawing and editing ${SERVICES} services`, run }
