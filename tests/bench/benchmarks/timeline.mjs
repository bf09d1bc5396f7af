/** A run of 100,000 steps computed, and any place of it shown; against a hand-written loop of the same steps. */
import { endlessEcho, manyOrders } from '../graph/busy-scenarios.mjs'
import { dice, graphOf } from '../graph/graph.mjs'
import { scenarioText } from '../graph/graph-scenario.mjs'
import { alone, compared } from '../report/row.mjs'
import { median, percentile } from '../report/statistics.mjs'
import { plainSteps } from './plain-loop.mjs'

const STEPS = 100_000
const SEEKS = 500
const WARM_STEPS = 1_000
/** A run that does not get there in this time is judged by its steps a second so far. */
const BUDGET_MS = 10_000
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

/** A run as far as it gets in the time there is. */
async function measured(load, text, runs) {
  const { machine } = await load('machine')
  const { runTimeline } = await load('timeline')
  const compiled = await program(load, text)
  const rates = []
  let trace
  for (let round = 0; round <= runs; round += 1) {
    const begun = performance.now()
    const stop = () => performance.now() - begun > BUDGET_MS
    trace = runTimeline(machine(compiled), { stepsMax: round === 0 ? WARM_STEPS : STEPS, stop })
    const seconds = (performance.now() - begun) / 1_000
    rates.push({ steps: trace.steps.length / seconds, choices: trace.choices.length / seconds })
  }
  const [, ...warm] = rates
  return {
    length: trace.steps.length,
    steps: median(warm.map(({ steps }) => steps)),
    choices: median(warm.map(({ choices }) => choices)),
    seeks: await seekTimes(load, compiled, trace),
  }
}

function plainRate(runs) {
  plainSteps(WARM_STEPS)
  return median(
    Array.from({ length: runs }, () => {
      const begun = performance.now()
      plainSteps(STEPS)
      return STEPS / ((performance.now() - begun) / 1_000)
    }),
  )
}

function rows(what, { length, steps, choices, seeks }, theirs) {
  const measure = `${what}: ${length.toLocaleString('en')} steps computed`
  const quick = { text: `${STEPS.toLocaleString('en')} in 1 s`, met: steps >= STEPS }
  const frame = { text: 'in one frame (16 ms)', most: 16 }
  return [
    { ...compared(measure, 'steps/s', steps, { peer: PEER, theirs }), goal: quick },
    alone(`${what}: choices applied`, '/s', choices),
    alone(`${what}: shown anywhere, p50`, 'ms', median(seeks)),
    alone(`${what}: shown anywhere, p99`, 'ms', percentile(seeks, 0.99), frame),
  ]
}

/** @param {import('../workshop.mjs').Workshop} workshop */
async function run({ modules, runs }) {
  const load = await modules()
  const scenarios = [
    ['one order echoing', endlessEcho()],
    ['1,000 orders one after the other', manyOrders(1_000)],
    ['a board of 1,000 services', scenarioText(graphOf(1_000))],
  ]
  const theirs = plainRate(runs)
  const all = []
  for (const [what, text] of scenarios) {
    all.push(...rows(what, await measured(load, text, runs), theirs))
  }
  return all
}

export const timeline = {
  title: `The timeline, up to ${STEPS} steps or ${BUDGET_MS / 1_000} s`,
  run,
}
