/** `dryrun export -o RUN.gif`: a frame a step, all of one size, played for ever. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readGif } from '../../support/read-gif'
import { temporaryFolders } from '../library/temporary-folder'
import { dryrun } from './dryrun'

const folderOf = temporaryFolders()
const THREE = resolve(
  import.meta.dirname,
  '../../../resources/templates/three-services.dryrun.json',
)

test('a run is a frame before its first step and one after each', async () => {
  const file = join(await folderOf(), 'run.gif')
  const { status, err } = await dryrun(['export', THREE, '-o', file, '--scale', '0.4'])
  expect([status, err]).toEqual([0, ''])
  const run = JSON.parse((await dryrun(['run', THREE, '--json'])).out) as { steps: unknown[] }
  const gif = readGif(await readFile(file))
  expect(gif.frames).toHaveLength(run.steps.length + 1)
  expect(new Set(gif.frames.map(({ size }) => size)).size).toBe(1)
  expect(gif.isRepeated).toBe(true)
  // The run moves: hardly a frame is the one before it.
  expect(new Set(gif.frames.map(({ data }) => data)).size).toBeGreaterThan(run.steps.length / 2)
})
