/** A run of 100,000 steps computed, and any place of it shown; against a hand-written loop of the same steps. */
import { endlessEcho, manyOrders } from '../graph/busy-scenarios.mjs'
import { dice } from '../graph/graph.mjs'
import { alone, compared } from '../report/row.mjs'
import { median, percentile } from '../report/statistics.mjs'
import { plainSteps } from './plain-loop.mjs'

const STEPS = 100_000
const SEEKS = 500
const PEER = 'plain loop over a heap'

async function program(load, text) {
  const { parseScenario } = await load('parse')
  const { compile } = await load('compile')
  const parsed = parseScenario(text)
  if (!parsed.ok) throw new Error(`not a scenario: ${JSON.stringify(parsed.problems[0])}`)
  const compiled = compile(parsed.value)
  if (!compiled.ok) throw new Error(`does not compile: ${JSON.stringify(compiled.problems[0])}`)
  return compiled.value
}

/** Milliseconds to show each of some places anywhere in the run: state, its decoded form, what lights up. */
async function seekTimes(load, compiled, trace) {
  const { momentOf } = await load('decode')
  const { marksAt } = await load('marks')
  const roll = dice(7)
  return Array.from({ length: SEEKS }, () => {
    const position = Math.floor(roll() * (trace.steps.length + 1))
    const begun = performance.now()
    marksAt(trace.steps, position, momentOf(compiled, trace.stateAt(position)))
    return performance.now() - begun
  })
}

async function measured(load, text, runs) {
  const { machine } = await load('machine')
  const { runTimeline } = await load('timeline')
  const compiled = await program(load, text)
  const times = []
  let trace = runTimeline(machine(compiled), { stepsMax: 1_000 })
  for (let round = 0; round < runs; round += 1) {
    const begun = performance.now()
    trace = runTimeline(machine(compiled), { stepsMax: STEPS })
    times.push(performance.now() - begun)
  }
  return {
    ms: median(times),
    steps: trace.steps.length,
    choices: trace.choices.length,
    seeks: await seekTimes(load, compiled, trace),
  }
}

function plainMs(steps, runs) {
  plainSteps(1_000)
  return median(
    Array.from({ length: runs }, () => {
      const begun = performance.now()
      plainSteps(steps)
      return performance.now() - begun
    }),
  )
}

function rows(what, { ms, steps, choices, seeks }, theirs) {
  const computed = compared(`${what}: ${steps} steps computed`, 'ms', ms, { peer: PEER, theirs })
  const p99 = percentile(seeks, 0.99)
  const frame = { text: 'in one frame (16 ms)', most: 16 }
  return [
    { ...computed, goal: { text: '100,000 under 1 s', met: (ms * STEPS) / steps < 1_000 } },
    alone(`${what}: choices applied`, '/s', choices / (ms / 1_000)),
    alone(`${what}: shown anywhere, p50`, 'ms', median(seeks)),
    alone(`${what}: shown anywhere, p99`, 'ms', p99, frame),
  ]
}

/** @param {import('../workshop.mjs').Workshop} workshop */
async function run({ modules, runs }) {
  const load = await modules()
  const scenarios = [
    ['one order after another', manyOrders(1_000)],
    ['one order echoing', endlessEcho()],
  ]
  const all = []
  for (const [what, text] of scenarios) {
    const result = await measured(load, text, runs)
    all.push(...rows(what, result, plainMs(result.steps, runs)))
  }
  return all
}

export const timeline = { title: 'The timeline', run }
