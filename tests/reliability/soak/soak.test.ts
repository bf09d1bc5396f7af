import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { temporaryFolders } from '../../main/library/temporary-folder'
import { builtProcess } from '../../support/built-process'
import { LONG } from '../../support/counts'

/** Ten minutes, as reliability.md has it; ten seconds where every change waits for it. */
const SECONDS = Number(process.env.SOAK_SECONDS ?? (LONG ? 600 : 10))
const ENTRY = resolve(import.meta.dirname, 'working-process.ts')
const TEMPLATE = resolve('resources/templates/three-services.dryrun.json')
/** The first parts fill caches and compile what is hot. */
const WARM_UP = 3

const folderOf = temporaryFolders()

test(
  'row 47: a day of edits, copies, saves and runs leaves descriptors and heap as they were',
  async () => {
    const folder = await folderOf()
    const script = await builtProcess(ENTRY, folder)
    const words = ['--expose-gc', script, folder, String(SECONDS), TEMPLATE]
    const { stdout } = await promisify(execFile)(process.execPath, words)
    const parts = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { rounds: number; heap: number; descriptors: number })
    const [warm, last] = [parts[WARM_UP - 1], parts.at(-1)]
    if (warm === undefined || last === undefined) throw new Error('it told nothing')
    const growth = last.heap / warm.heap - 1
    process.stderr.write(
      `row 47: ${SECONDS} s, ${last.rounds} rounds, heap ${(growth * 100).toFixed(1)} %, ` +
        `descriptors ${warm.descriptors} -> ${last.descriptors}\n`,
    )
    expect(last.rounds).toBeGreaterThan(10)
    expect(last.descriptors).toBe(warm.descriptors)
    expect(growth).toBeLessThan(0.1)
  },
  SECONDS * 2_000 + 120_000,
)
