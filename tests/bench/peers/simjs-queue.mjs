/** One queue in simjs, a discrete-event library for JavaScript: customers of its own, one facility. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { runInThisContext } from 'node:vm'
import { median } from '../report/statistics.mjs'

/**
 * @param {{ arrivals: number, rate: number, served: number, runs: number }} what
 * @returns {{ orders: number, meanMs: number }} customers a second of real time, and their mean response
 */
export function queueOfSimjs({ arrivals, rate, served, runs }) {
  const { Entity, Facility, Random, Sim } = simjs()
  const rates = []
  let mean = 0
  for (let round = 0; round <= runs; round += 1) {
    const sim = new Sim()
    const random = new Random(round + 1)
    const server = new Facility('server', Facility.FCFS, 1)
    let left = arrivals
    let total = 0
    class Customers extends Entity {
      start() {
        this.arrive()
      }

      arrive() {
        if (left === 0) return
        left -= 1
        const came = this.time()
        // biome-ignore lint/correctness/useHookAtTopLevel: a method of simjs, no hook of React.
        this.useFacility(server, random.exponential(served)).done(() => {
          total += this.time() - came
        })
        this.setTimer(random.exponential(rate)).done(() => this.arrive())
      }
    }
    sim.addEntity(Customers)
    const begun = performance.now()
    sim.simulate(Number.MAX_SAFE_INTEGER)
    rates.push(arrivals / ((performance.now() - begun) / 1_000))
    mean = total / arrivals
  }
  const [, ...warm] = rates
  return { orders: median(warm), meanMs: 1_000 * mean }
}

/** It is published as a script for a page, which leaves what it makes at the window. */
function simjs() {
  const script = readFileSync(createRequire(import.meta.url).resolve('simjs'), 'utf8')
  const page = {}
  runInThisContext(`(function (window) { ${script}\n})`)(page)
  return page.Sim
}
