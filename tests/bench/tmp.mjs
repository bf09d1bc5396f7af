import { openWorkshop } from './workshop.mjs'
import { writeFileSync } from 'node:fs'
import { graphOf, middleBox } from './graph/graph.mjs'
import { openFlow, middleOnScreen } from './pages/flow-page.mjs'
import { circleFrom, dragAlong, framesDuring, turnWheel } from './pages/gestures.mjs'
import { percentile } from './report/statistics.mjs'
import { plainSteps } from './benchmarks/plain-loop.mjs'
const w = openWorkshop(1)
try {
const b = await w.browser(); const {origin} = await w.peers()
let f = await openFlow(b, origin, { graph: graphOf(12) })
const b64 = await f.evaluate(async()=>{ let blob; const old = createImageBitmap; window.createImageBitmap = async (x)=>{blob=x; return old(x)}; await window.benchPage.png(1); const a = new Uint8Array(await blob.arrayBuffer()); let s=''; for (const c of a) s+=String.fromCharCode(c); return btoa(s)})
writeFileSync('/tmp/flowpng.png', Buffer.from(b64,'base64'))
const graph = graphOf(1000)
f = await openFlow(b, origin, { graph, size: {width: 900, height: 560} })
const box = middleBox(graph)
for (const [n,btn] of [['pan','middle'],['drag','left']]) {
 const m = await middleOnScreen(f, box)
 const g = await framesDuring(f, dragAlong(circleFrom(m, 80, 60), btn))
 console.log(n, g.map(x=>Math.round(x)).join(' '), m, g.length, percentile(g,.5), percentile(g,.95), await middleOnScreen(f, box))
}
const m = await middleOnScreen(f, box)
const g = await framesDuring(f, turnWheel(m, Array.from({length:40},(_, i)=> i%8<4?-60:60)))
console.log('zoom', g.map(x=>Math.round(x)).join(' '), g.length, percentile(g,.5), percentile(g,.95), await middleOnScreen(f, box))
await f.screenshot({path:'/tmp/flow.png'})
console.log(plainSteps(100000).length, plainSteps(30).map(s=>s.kind+' '+s.key).join(', '))
} finally { await w.close() }
