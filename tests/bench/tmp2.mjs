import { openWorkshop } from './workshop.mjs'
import { graphOf, middleBox, BOX } from './graph/graph.mjs'
import { openFlow, middleOnScreen } from './pages/flow-page.mjs'
import { circleFrom, dragAlong, framesDuring } from './pages/gestures.mjs'
const w = openWorkshop(1)
try {
const b = await w.browser(); const {origin} = await w.peers()
const graph = graphOf(1000)
for (const mountsAll of [false, true]) {
const f = await openFlow(b, origin, { graph, size: {width: 900, height: 560}, mountsAll })
const box = middleBox(graph)
for (const btn of ['middle','left','middle','left']) {
 const m = await middleOnScreen(f, {x: box.x+BOX.width*0.9, y: box.y+80})
 const g = await framesDuring(f, dragAlong(circleFrom(m, 80, 120), btn))
 console.log(mountsAll, btn, g.map(x=>Math.round(x)).join(' '), m, await middleOnScreen(f, {x: box.x+BOX.width*0.9, y: box.y+80}))
}}
} finally { await w.close() }
