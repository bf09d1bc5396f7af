import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolders } from '../../main/library/temporary-folder'
import { builtProcess } from '../../support/built-process'
import { LONG } from '../../support/counts'
import { heldBytes } from './held'

/** Ten minutes, as reliability.md has it; ten seconds where every change waits for it. */
const SECONDS = Number(process.env.SOAK_SECONDS ?? (LONG ? 600 : 10))
const ENTRY = resolve(import.meta.dirname, 'working-process.ts')
const TEMPLATE = resolve('resources/templates/three-services.dryrun.json')

/** Bytes, however long it runs, so that a byte a round is found in the long run and fifty in the short one. */
const HELD_GROWTH_MAX = 16 * 1024
/** The heap itself may grow by a tenth, as V8 compiles more of the code. */
const HEAP_GROWTH_MAX = 0.1
/** After so many rounds V8 has optimised most of it. */
const COMPILED_ROUNDS = 2_000

interface Part {
  readonly rounds: number
  readonly heap: number
  readonly descriptors: number
  readonly snapshot: string | null
}

const folderOf = temporaryFolders()

test(
  'row 47: a day of edits, copies, saves and runs leaves descriptors and what is held as they were',
  async () => {
    const folder = await folderOf()
    const script = await builtProcess(ENTRY, folder)
    const words = ['--expose-gc', script, folder, String(SECONDS), TEMPLATE]
    const { stdout } = await promisify(execFile)(process.execPath, words)
    const parts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Part)
    const [warm, last] = parts.filter(({ snapshot }) => snapshot !== null)
    if (!warm?.snapshot || !last?.snapshot) throw new Error('it told nothing')
    const [before, after] = [await heldBytes(warm.snapshot), await heldBytes(last.snapshot)]
    const growth = { held: after - before, heap: last.heap / warm.heap - 1 }
    process.stderr.write(
      `row 47: ${SECONDS} s, rounds ${warm.rounds} -> ${last.rounds}, ` +
        `held ${before} -> ${after} bytes, heap ${(growth.heap * 100).toFixed(1)} %, descriptors ${warm.descriptors} -> ${last.descriptors}\n`,
    )
    expect(last.rounds).toBeGreaterThan(10)
    expect(last.descriptors).toBe(warm.descriptors)
    expect(growth.held).toBeLessThan(HELD_GROWTH_MAX)
    if (warm.rounds > COMPILED_ROUNDS) expect(growth.heap).toBeLessThan(HEAP_GROWTH_MAX)
  },
  SECONDS * 2_000 + 120_000,
)
