/** `dryrun export -o RUN.gif`: a frame a step, all of one size, played for ever. */
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
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
  const gif = read(await readFile(file))
  expect(gif.frames).toHaveLength(run.steps.length + 1)
  expect(new Set(gif.frames.map(({ size }) => size)).size).toBe(1)
  expect(gif.isRepeated).toBe(true)
  // The run moves: hardly a frame is the one before it.
  expect(new Set(gif.frames.map(({ data }) => data)).size).toBeGreaterThan(run.steps.length / 2)
})

interface Gif {
  readonly frames: readonly { readonly size: string; readonly data: string }[]
  readonly isRepeated: boolean
}

/** Blocks of GIF89a, its sections 18 to 26, as far as a frame is concerned. */
function read(bytes: Buffer): Gif {
  expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a')
  const flags = bytes[10] ?? 0
  let at = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  const frames: { size: string; data: string }[] = []
  const blocks = () => {
    const start = at
    while ((bytes[at] ?? 0) > 0) at += (bytes[at] ?? 0) + 1
    at += 1
    return bytes.subarray(start, at).toString('base64')
  }
  while (bytes[at] !== 0x3b) {
    if (bytes[at] === 0x21) {
      at += 2
      blocks()
    } else {
      const size = `${bytes.readUInt16LE(at + 5)}x${bytes.readUInt16LE(at + 7)}`
      const local = bytes[at + 9] ?? 0
      at += 11 + (local & 0x80 ? 3 * 2 ** ((local & 7) + 1) : 0)
      frames.push({ size, data: blocks() })
    }
  }
  return { frames, isRepeated: bytes.includes('NETSCAPE2.0') }
}
