import { readFileSync } from 'node:fs'
import { test } from 'vitest'
import { compile } from '../../src/shared/engine/compile'
import { machine } from '../../src/shared/engine/machine'
import { parseScenario } from '../../src/shared/scenario/parse'

test('bfs', () => {
  const p = parseScenario(readFileSync(`resources/templates/three-services.dryrun.json`, 'utf8'))
  if (!p.ok) throw new Error()
  for (const [keys, budgets] of [[1, {}],[1, { crash: 1 }],[1, { crash: 1, duplicate: 1 }],[1,{crash:2,duplicate:2,'lose-response':1}],[2, { crash: 1 }],[2, { crash: 1, duplicate: 1 }]] as const) {
    const s = { ...p.value, stimuli: Array.from({ length: keys }, (_, i) => ({ connection: 'place', key: `o${i + 1}`, at: 0 })) }
    const c = compile(s, { timed: false, budgets })
    if (!c.ok) throw new Error()
    const m = machine(c.value)
    const l = c.value.layout
    const seen = new Map<string, number>()
    const queue = [m.initial]
    seen.set(String(m.initial), 0)
    let transitions = 0, violations = 0, limits = 0, words = 0
    const t0 = performance.now()
    for (let i = 0; i < queue.length && i < 1_000_000; i++) {
      const st = queue[i]
      words += st.length
      for (const ch of m.enabled(st)) {
        const { state, steps } = m.apply(st, ch)
        transitions++
        if (steps.some((x) => x.kind === 'invariant.violated')) violations++
        if (m.limit?.(state)) limits++
        const k = String.fromCharCode(...new Uint16Array(state.buffer, state.byteOffset, state.length * 2))
        if (!seen.has(k)) { seen.set(k, i); queue.push(state) }
      }
    }
    const s1 = (performance.now() - t0) / 1000
    console.log(keys, JSON.stringify(budgets), 'states', queue.length, 'trans', transitions, 'viol', violations, 'limits', limits, (queue.length / s1 | 0) + ' st/s', (transitions / s1 | 0) + ' tr/s', 'words/state', (words / queue.length).toFixed(1), 'header', l.keysStart, 'key', l.keyWords, 'token', l.tokenWords)
  }
}, 200000)
