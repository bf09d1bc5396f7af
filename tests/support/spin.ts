/** Debian's spin, an independent model checker: what it says of a model that `dryrun export` wrote. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const has = (command: string, version: string) => spawnSync(command, [version]).status === 0

/** The first that is there: tcc takes a twentieth of the time over a model, and the checker it makes says the same. */
const COMPILER = [
  ['tcc', '-v'],
  ['gcc', '--version'],
].find(([command = '', version = '']) => has(command, version))?.[0]

/** Why the comparison cannot be made here; undefined: it can. */
export function spinMissing(): string | undefined {
  const missing = [
    ...(has('spin', '-V') ? [] : ['spin']),
    ...(COMPILER === undefined ? ['tcc or gcc'] : []),
  ]
  return missing.length === 0 ? undefined : `${missing.join(' and ')} not installed`
}

export interface SpinFound {
  /** Numbers of the promises that can be broken. */
  readonly broken: readonly number[]
  /** How rows and effects stand where nothing more can happen, each way once. */
  readonly rests: readonly string[]
  readonly limits: readonly string[]
  readonly states: number
}

/** Checks the model whole. A model that spin or gcc refuses is an error. */
export function checkedBySpin(model: string): SpinFound {
  const folder = mkdtempSync(join(tmpdir(), 'dryrun-spin-'))
  try {
    writeFileSync(join(folder, 'model.pml'), model)
    run(folder, 'spin', ['-DTELL', '-a', 'model.pml'])
    const flags = ['-DSAFETY', '-DNOREDUCE', '-DVECTORSZ=4096', '-w']
    run(folder, COMPILER ?? 'gcc', [...flags, '-o', 'pan', 'pan.c'])
    return readOutput(run(folder, './pan', ['-E', '-n', '-m200000', '-w20']))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function run(folder: string, command: string, args: readonly string[]): string {
  const done = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 })
  if (done.status === 0) return done.stdout
  throw new Error(`${command}: ${done.stdout}${done.stderr}`.slice(0, 2_000))
}

function readOutput(output: string): SpinFound {
  const told = (what: string) => [
    ...new Set(
      [...output.matchAll(new RegExp(`^dryrun ${what} (.+)$`, 'gm'))].map(([, text]) => text ?? ''),
    ),
  ]
  const states = Number(/(\d+) states, stored/.exec(output)?.[1] ?? 0)
  if (
    !output.includes('errors: 0') ||
    output.includes('max search depth too small') ||
    states === 0
  )
    throw new Error(`not searched whole: ${output.slice(-2_000)}`)
  return {
    broken: told('broken')
      .map(Number)
      .sort((a, b) => a - b),
    rests: told('rest').sort(),
    limits: told('limit'),
    states,
  }
}
