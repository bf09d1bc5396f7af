import { test } from 'vitest'
import { readFileSync } from 'node:fs'
import { parseScenario } from '/work/main/src/shared/scenario/parse'
import { compile } from '/work/main/src/shared/engine/compile'
import { machine } from '/work/main/src/shared/engine/machine'
import { runTimeline } from '/work/main/src/shared/drivers/timeline'
import { runReport } from '/work/main/src/shared/engine/report'
import { sentences } from '/work/main/src/main/cli/sentences'
test('x', () => {
  for (const n of ['three-services','five-services','orchestrated']) {
    const p = parseScenario(readFileSync(`/work/main/resources/templates/${n}.dryrun.json`,'utf8'))
    if (!p.ok) throw new Error(JSON.stringify(p.problems))
    const c = compile(p.value)
    if (!c.ok) throw new Error(JSON.stringify(c.problems,null,1))
    console.log(n, c.warnings, 'tokenWords', c.value.layout.tokenWords, 'places', c.value.places.length)
    const t = runTimeline(machine(c.value), { stepsMax: 1000 })
    const say = sentences(c.value)
    for (const s of t.steps) console.log(String(s.seq).padStart(3), (s.atUs/1000).toFixed(1).padStart(8), String(s.cause ?? '').padStart(3), s.kind.padEnd(20), say(s))
    console.log(t.end, t.choices.length, JSON.stringify(runReport(c.value, t.steps, t.stateAt(t.steps.length))))
  }
})
