import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Preferences } from '../../../src/main/library/preferences'
import { temporaryFolders } from './temporary-folder'

const folderOf = temporaryFolders()
const noCorruption = () => {
  throw new Error('the settings were taken for corrupt')
}

test('what one window keeps another does not undo, and the next start has it all', async () => {
  const folder = await folderOf()
  const [one, two] = [new Preferences(folder, noCorruption), new Preferences(folder, noCorruption)]
  await Promise.all([one.change({ language: 'ru' }), two.change({ theme: 'dark' })])
  await one.change({ language: 'en' })
  expect(await new Preferences(folder, noCorruption).read()).toEqual({
    language: 'en',
    theme: 'dark',
  })
})

test('row 29: settings with any byte changed or cut off are read, or set aside whole', async () => {
  const folder = await folderOf()
  const path = join(folder, 'settings.json')
  await new Preferences(folder, noCorruption).change({ theme: 'dark', language: 'ru' })
  const whole = await readFile(path)
  let setAside = 0
  const damaged = [...whole.keys()].flatMap((at) => {
    const flipped = Buffer.from(whole)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    return [flipped, whole.subarray(0, at)]
  })
  for (const bytes of damaged) {
    for (const name of await readdir(folder)) await rm(join(folder, name))
    await writeFile(path, bytes)
    let told = 0
    const values = await new Preferences(folder, () => {
      told += 1
    }).read()
    const corrupt = (await readdir(folder)).filter((name) =>
      name.startsWith('settings.json.corrupt-'),
    )
    expect(corrupt).toHaveLength(told)
    if (told === 0) continue
    setAside += 1
    expect(values).toEqual({})
    expect(await readFile(join(folder, corrupt[0] ?? ''))).toEqual(Buffer.from(bytes))
  }
  expect(setAside).toBeGreaterThan(damaged.length / 2)
})

test('a disk that takes no settings costs the settings and throws nothing', async () => {
  const folder = await folderOf()
  // A file where the folder should be: nothing can be written.
  await writeFile(join(folder, 'taken'), '')
  const kept = new Preferences(join(folder, 'taken'), noCorruption)
  await kept.change({ theme: 'dark' })
  expect(await kept.read()).toEqual({})
})
