import { buildModules } from './ours/modules.mjs'
import { graphOf } from './graph/graph.mjs'
import { scenarioText } from './graph/graph-scenario.mjs'
import { renderAsync, Resvg } from '@resvg/resvg-js'
import { writeFileSync } from 'node:fs'
const load = await buildModules()
const { parseScenario } = await load('parse'), { drawScenario } = await load('scenarioDrawing'), { toSvg } = await load('svg')
for (const n of [50, 500]) {
const p = parseScenario(scenarioText(graphOf(n)))
for (let i=0;i<3;i++){
 const t=[performance.now()]
 const d = drawScenario(p.value, {language:'en'}); t.push(performance.now())
 const svg = toSvg(d, {theme:'light', background:'paper', title:'x'}); t.push(performance.now())
 if (i==0) writeFileSync(`/tmp/b${n}.svg`, svg)
 const font = { loadSystemFonts:false, fontFiles: ['sans','mono'].map(x=>x), defaultFontFamily:'PT Sans'}
 const dir='/work/main/resources/fonts'
 const fs = (await import('node:fs')).readdirSync(dir).filter(f=>f.endsWith('.ttf')).map(f=>dir+'/'+f)
 const r = new Resvg(svg, { font: {...font, fontFiles: fs}, fitTo:{mode:'zoom', value:2}}); t.push(performance.now())
 const im = r.render(); t.push(performance.now())
 const png = im.asPng(); t.push(performance.now())
 console.log(n, im.width, im.height, svg.length, png.length, 'draw svg parse render png', t.slice(1).map((x,i)=>Math.round(x-t[i])).join(' '))
}}
