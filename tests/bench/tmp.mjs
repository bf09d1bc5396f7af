import { openWorkshop } from './workshop.mjs'
import { graphOf } from './graph/graph.mjs'
import { openFlow, boardBounds, middleOnScreen } from './pages/flow-page.mjs'
import { openExcalidraw } from './pages/excalidraw-page.mjs'
import { keyToCalm, closePage } from './pages/browser.mjs'
const w = openWorkshop(1)
try {
const b = await w.browser(); const {origin} = await w.peers()
const graph = graphOf(200)
let t = Date.now()
const f = await openFlow(b, origin, { graph, size: {width: 900, height: 560} })
console.log('flow', Date.now()-t, await boardBounds(f), await middleOnScreen(f, graph.boxes[0]))
await f.screenshot({path:'/tmp/flow.png'})
console.log(await f.evaluate(()=>window.benchPage.png(2)))
console.log('sel', await keyToCalm(f,'Control+a'), await f.evaluate(()=>document.querySelectorAll('.selected').length))
console.log('del', await keyToCalm(f,'Delete'), await f.evaluate(()=>document.querySelectorAll('.react-flow__node').length))
console.log('undo', await keyToCalm(f,'Control+z'), await f.evaluate(()=>document.querySelectorAll('.react-flow__node').length))
console.log('step', await keyToCalm(f,']'), await f.evaluate(()=>document.querySelectorAll('.active').length))
t=Date.now()
const e = await openExcalidraw(b, origin, graph)
console.log('ex', Date.now()-t)
await e.screenshot({path:'/tmp/ex.png'})
console.log(await e.evaluate(()=>window.benchPage.png(2)))
} finally { await w.close() }
