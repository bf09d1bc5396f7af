/**
 * The search for failures: how fast it goes with nothing left out, against Spin and a first attempt in
 * JavaScript over the same three services; what leaving out is worth; and how long somebody waits.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { naiveSearch } from '../peers/naive-search.mjs'
import { hasSpin, makeSpin } from '../peers/spin.mjs'
import { alone, compared } from '../report/row.mjs'
import { median } from '../report/statistics.mjs'

const CLI = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))
const TEMPLATES = fileURLToPath(new URL('../../../resources/templates', import.meta.url))
const ONE_OF_EACH = { crash: 1, duplicate: 1 }
const TWO_OF_ANY = { crash: 2, 'lose-request': 2, 'lose-response': 2, duplicate: 2, delay: 2 }
const NOTHING_LEFT_OUT = { symmetry: false, reduction: false }
const ORDERS = 2
const MORE_ORDERS = 3
const NAIVE = 'objects and text keys'
const SPIN = 'Spin, hand-written model'

const fileOf = (name) => `${TEMPLATES}/${name}.dryrun.json`

/** Searches to the end; `isPromised` false: with no promise to break, all there is. */
async function searched(load, name, { isPromised, ...options }) {
  const { parseScenario } = await load('parse')
  const { searchable } = await load('searchable')
  const { explore } = await load('explore')
  const parsed = parseScenario(readFileSync(fileOf(name), 'utf8'))
  if (!parsed.ok) throw new Error(`${name} does not parse`)
  const scenario = isPromised ? parsed.value : { ...parsed.value, invariants: [] }
  const made = searchable(scenario, options)
  if (!made.ok) throw new Error(`${name} does not compile`)
  const begun = performance.now()
  const running = explore(made.value.system, { nowSeconds: () => performance.now() / 1_000 })
  for (;;) {
    const { done, value } = running.next()
    if (!done) continue
    if (!value.isWhole) throw new Error(`${name}: not the whole space`)
    return { ...value, seconds: (performance.now() - begun) / 1_000 }
  }
}

/** Spin's own figures are too coarse below a second or so: its states a second come from a larger space. */
function spinRows(folder) {
  const depthFirst = makeSpin({ folder, orders: MORE_ORDERS, isFixed: true })()
  return { ...depthFirst, rate: depthFirst.states / depthFirst.seconds }
}

function wallSeconds(run) {
  const begun = performance.now()
  run()
  return (performance.now() - begun) / 1_000
}

function firstCounterexample(runs, folder) {
  const args = [CLI, 'explore', fileOf('three-services'), '--faults', 'crash=1,duplicate=1']
  const repeat = (once) => median(Array.from({ length: runs }, () => wallSeconds(once)))
  // It ends with 1: the promise is broken.
  const ours = repeat(() => spawnBroken(process.execPath, args))
  if (!hasSpin()) return [alone('first counterexample, command line from cold', 's', ours)]
  const theirs = repeat(() => makeSpin({ folder, orders: 1, isFixed: false, breadthFirst: true })())
  return [
    compared(
      'first counterexample, command line from cold',
      's',
      ours,
      { peer: 'spin -a, gcc, pan', theirs },
      { text: '4 x', ratio: 4 },
    ),
  ]
}

function spawnBroken(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' })
  } catch (error) {
    if (error.status === 1) return
    throw error
  }
  throw new Error('nothing was found')
}

/** @param {import('../workshop.mjs').Workshop} workshop */
async function run({ modules, runs, folder }) {
  const load = await modules()
  const whole = { budgets: ONE_OF_EACH, isPromised: false }
  const plain = await searched(load, 'three-services', {
    ...whole,
    keys: ORDERS,
    reductions: NOTHING_LEFT_OUT,
  })
  const rate = plain.states / plain.seconds
  const less = await searched(load, 'three-services', { ...whole, keys: ORDERS })
  const more = await searched(load, 'three-services', { ...whole, keys: MORE_ORDERS })
  const begun = performance.now()
  const naive = naiveSearch(ORDERS) / ((performance.now() - begun) / 1_000)
  const what = `${ORDERS} orders, a crash and a duplicate, nothing left out`
  const rows = [
    compared(`${what}: states`, 'states/s', rate, { peer: NAIVE, theirs: naive }),
    alone(`${what}: memory`, 'B/state', plain.bytes / plain.states, { text: '48 B', most: 48 }),
    compared(`${ORDERS} orders, what makes no difference left out: states`, 'states', less.states, {
      peer: 'nothing left out',
      theirs: plain.states,
    }),
  ]
  if (hasSpin()) {
    const spin = spinRows(folder)
    rows.push(
      compared(
        `${what}: states`,
        'states/s',
        rate,
        { peer: SPIN, theirs: spin.rate },
        { text: '1 x', ratio: 1 },
      ),
      compared(`${what}: memory`, 'B/state', plain.bytes / plain.states, {
        peer: SPIN,
        theirs: spin.bytes,
      }),
      compared(
        `${MORE_ORDERS} orders, the whole space`,
        's',
        more.seconds,
        { peer: SPIN, theirs: spin.seconds },
        { text: '1 x', ratio: 1 },
      ),
    )
  } else rows.push(alone(`${MORE_ORDERS} orders, the whole space`, 's', more.seconds))
  rows.push(...firstCounterexample(runs, folder))
  for (const name of ['three-services', 'five-services', 'orchestrated']) {
    const options = { budgets: TWO_OF_ANY, faultsMax: 2, isPromised: true }
    const { seconds } = await searched(load, `${name}-reliable`, options)
    rows.push(alone(`${name}-reliable, any two faults`, 's', seconds, { text: '1 s', most: 1 }))
  }
  return rows
}

export const explore = {
  title: 'The search for failures (Spin where it is installed)',
  run,
}
