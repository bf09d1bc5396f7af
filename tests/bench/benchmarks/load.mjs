/** Very many orders: one queue against simjs, and the built-in scenarios by themselves. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { queueOfSimjs } from '../peers/simjs-queue.mjs'
import { alone, compared } from '../report/row.mjs'
import { median } from '../report/statistics.mjs'

const ARRIVALS = 100_000
const RATE = 80
const SERVED = 100
const TEMPLATES = fileURLToPath(new URL('../../../resources/templates/', import.meta.url))

/** A service that takes 10 ms in the mean, exponentially, asked 80 times a second. */
function oneQueue() {
  const at = { x: 0, y: 0 }
  return JSON.stringify({
    dryrun: 1,
    title: 'One queue',
    services: [
      { id: 'client', kind: 'client', name: 'Client', position: at },
      {
        id: 'service',
        kind: 'service',
        name: 'Service',
        position: at,
        handlers: [{ on: { connection: 'ask' }, do: [{ reply: 200 }] }],
        serviceTime: { exponential: 1_000 / SERVED },
      },
    ],
    connections: [
      {
        id: 'ask',
        from: 'client',
        to: 'service',
        protocol: 'rest',
        operation: 'GET /',
        timeout: 1_000_000,
        latency: 0,
      },
    ],
  })
}

/** Orders and events a second of real time. */
async function measured(load, text, { rate, seconds, runs }) {
  const { parseScenario } = await load('parse')
  const { livesOf } = await load('lives')
  const { runLoad } = await load('load')
  const parsed = parseScenario(text)
  if (!parsed.ok) throw new Error(`not a scenario: ${JSON.stringify(parsed.problems[0])}`)
  const rates = []
  let meanMs = 0
  for (let round = 0; round <= runs; round += 1) {
    const lives = livesOf(parsed.value, 1)
    if (!lives.ok) throw new Error(`does not compile: ${JSON.stringify(lives.problems[0])}`)
    const running = runLoad(lives.value.system, { rate, seconds, seed: 1 })
    const begun = performance.now()
    let next = running.next()
    while (!next.done) next = running.next()
    const took = (performance.now() - begun) / 1_000
    // Those of the first tenth came, too, but are not counted.
    const orders = next.value.arrivals / 0.9
    rates.push({ orders: orders / took, events: next.value.events / took })
    meanMs = next.value.responses.meanUs / 1_000
  }
  const [, ...warm] = rates
  return {
    orders: median(warm.map(({ orders }) => orders)),
    events: median(warm.map(({ events }) => events)),
    meanMs,
  }
}

/** @param {import('../workshop.mjs').Workshop} workshop */
async function run({ modules, runs }) {
  const load = await modules()
  const queue = { rate: RATE, seconds: ARRIVALS / RATE }
  const ours = await measured(load, oneQueue(), { ...queue, runs })
  const theirs = queueOfSimjs({ arrivals: ARRIVALS, rate: RATE, served: SERVED, runs })
  const rows = [
    compared(
      'one queue (M/M/1)',
      'orders/s',
      ours.orders,
      { peer: 'simjs 2.0.3', theirs: theirs.orders },
      { text: '4 x simjs', ratio: 4 },
    ),
    alone('one queue, mean response (50 in theory)', 'ms', ours.meanMs),
    alone('the same in simjs', 'ms', theirs.meanMs),
  ]
  for (const name of ['three-services', 'orchestrated-reliable']) {
    const text = readFileSync(`${TEMPLATES}${name}.dryrun.json`, 'utf8')
    const { orders, events } = await measured(load, text, { rate: 2, seconds: 20_000, runs })
    rows.push(alone(`${name}: orders`, 'orders/s', orders))
    rows.push(alone(`${name}: events`, 'events/s', events))
  }
  return rows
}

export const load = { title: `A load of ${ARRIVALS} orders`, run }
