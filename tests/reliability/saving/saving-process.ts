/**
 * A process that saves: `node saving-process.cjs FILE`. It says `ready`, then for each line `N` that it reads
 * saves version N over what it saved last, and says `saved N` or `CODE N`. After `on N` it goes on alone.
 */

import { writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Expected, revisionOf, saveFile } from '../../../src/main/library/save-file'
import { versionOf } from './versions'

const [path = ''] = process.argv.slice(2)
let expected: Expected = { on: 'revision', revision: revisionOf(versionOf(0)) }

/** At once: what is said after a save has to be out before the process can be killed. */
const say = (line: string) => writeSync(1, `${line}\n`)

async function save(version: number): Promise<void> {
  const bytes = versionOf(version)
  const keepFolder = join(dirname(path), 'kept')
  const saved = await saveFile({ path, bytes, expected, keepFolder })
  if (saved.ok) expected = { on: 'revision', revision: saved.value.revision }
  say(`${saved.ok ? 'saved' : saved.problems[0]?.code} ${version}`)
}

createInterface({ input: process.stdin }).on('line', async (line) => {
  const [word, from] = line.split(' ')
  if (word !== 'on') return save(Number(word))
  for (let version = Number(from); ; version += 1) await save(version)
})
say('ready')
