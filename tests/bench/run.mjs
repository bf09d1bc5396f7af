/**
 * `npm run bench -- [NAME...] [--runs N] [--json]`: measures the built app beside its peers in one run and prints
 * what came out. Changes nothing, and a goal not met is a line in the table, not a failure.
 */
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { edit } from './benchmarks/edit.mjs'
import { explore } from './benchmarks/explore.mjs'
import { load } from './benchmarks/load.mjs'
import { open } from './benchmarks/open.mjs'
import { png50, png500, png1000 } from './benchmarks/png.mjs'
import { step } from './benchmarks/step.mjs'
import { timeline } from './benchmarks/timeline.mjs'
import { view } from './benchmarks/view.mjs'
import { table } from './report/table.mjs'
import { openWorkshop } from './workshop.mjs'

const BENCHMARKS = { open, step, view, edit, png50, png500, png1000, timeline, explore, load }
const RUNS = 5

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string' }, json: { type: 'boolean', default: false } },
})
const names = positionals.length > 0 ? positionals : Object.keys(BENCHMARKS)
const unknown = names.filter((name) => !Object.hasOwn(BENCHMARKS, name))
const runs = values.runs === undefined ? RUNS : Number(values.runs)

if (unknown.length > 0 || !Number.isInteger(runs) || runs < 1) {
  console.error(
    `usage: npm run bench -- [${Object.keys(BENCHMARKS).join(' | ')}]... [--runs N] [--json]`,
  )
  process.exitCode = 2
} else {
  const workshop = openWorkshop(runs)
  const results = []
  try {
    for (const name of names) results.push(await measure(name, workshop))
  } finally {
    await workshop.close()
  }
  const machine = { node: process.version, cpu: cpus()[0]?.model, cores: cpus().length, runs }
  if (values.json) console.log(JSON.stringify({ machine, results }, null, 2))
  else console.log(`\n${machine.cores} x ${machine.cpu}, Node ${machine.node}, medians of ${runs}`)
}

/** One benchmark that breaks does not take the others with it, but the status says so. */
async function measure(name, workshop) {
  const { title, run } = BENCHMARKS[name]
  process.stderr.write(`bench: ${name}\n`)
  try {
    const rows = await run(workshop)
    if (!values.json) console.log(table(`${name}: ${title}`, rows))
    return { name, title, rows }
  } catch (error) {
    process.exitCode = 1
    process.stderr.write(`bench: ${name} broke: ${error instanceof Error ? error.stack : error}\n`)
    return { name, title, error: String(error) }
  }
}
