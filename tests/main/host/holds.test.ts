import { rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { createHost, type LocalHost } from '../../../src/main/host/host'
import { revisionOf } from '../../../src/main/library/save-file'
import type { HostEvent } from '../../../src/shared/host/contract'
import { temporaryFolders } from '../library/temporary-folder'

const folderOf = temporaryFolders()
const hosts: LocalHost[] = []
afterEach(() => {
  for (const host of hosts.splice(0)) host.stop()
})

const TEXT = '{\n  "dryrun": 1,\n  "title": "Orders"\n}\n'
const SAME_SIZE = TEXT.replace('Orders', 'Rodeos')

async function hostIn(folder: string): Promise<LocalHost> {
  const folders = { settings: join(folder, 'settings'), scenarios: join(folder, 'scenarios') }
  const host = createHost({ kind: 'browser', locale: 'en' }, folders)
  hosts.push(host)
  await host.start()
  return host
}

/** A page that has joined, and what it is told. */
function page(host: LocalHost, id: string) {
  const told: HostEvent[] = []
  host.pages.join(id, (event) => told.push(event))
  return { id, told }
}

const waitFor = (told: () => unknown, expected: unknown) =>
  vi.waitFor(() => expect(told()).toEqual(expected), { timeout: 20_000, interval: 20 })

const changes = (told: readonly HostEvent[]) =>
  told.flatMap((event) => (event.event === 'file-changed' ? [event.revision] : []))
const turns = (told: readonly HostEvent[]) =>
  told.flatMap((event) => (event.event === 'writer-changed' ? [event.writer] : []))

async function fileIn(folder: string): Promise<string> {
  const path = join(folder, 'orders.dryrun.json')
  await writeFile(path, TEXT)
  return path
}

test('row 23: a change that leaves size and time as they were is seen by its hash, and once', async () => {
  const folder = await folderOf()
  const path = await fileIn(folder)
  const host = await hostIn(folder)
  const one = page(host, 'one')
  await host.holds.hold(one.id, path)
  const { atime, mtime } = await stat(path)
  await writeFile(path, SAME_SIZE)
  await utimes(path, atime, mtime)
  await waitFor(() => changes(one.told), [revisionOf(Buffer.from(SAME_SIZE))])
  // Touched and not changed: nothing to tell.
  await utimes(path, new Date(), new Date())
  await writeFile(`${path}.new`, TEXT)
  await rename(`${path}.new`, path)
  await waitFor(
    () => changes(one.told),
    [SAME_SIZE, TEXT].map((text) => revisionOf(Buffer.from(text))),
  )
})

test('row 24: a file that is gone is told once, one that is replaced by deletion and renaming is not', async () => {
  const folder = await folderOf()
  const path = await fileIn(folder)
  const host = await hostIn(folder)
  const one = page(host, 'one')
  await host.holds.hold(one.id, path)
  await rm(path)
  await writeFile(path, SAME_SIZE)
  await waitFor(() => changes(one.told), [revisionOf(Buffer.from(SAME_SIZE))])
  await rm(path)
  await waitFor(() => changes(one.told).at(-1), null)
  await writeFile(path, TEXT)
  await waitFor(() => changes(one.told).slice(-2), [null, revisionOf(Buffer.from(TEXT))])
})

test('row 25: one page writes, the next in line follows it, and whoever takes over is told apart', async () => {
  const folder = await folderOf()
  const path = await fileIn(folder)
  const host = await hostIn(folder)
  const [one, two] = [page(host, 'one'), page(host, 'two')]
  expect((await host.holds.hold(one.id, path)).writer).toBe(true)
  expect((await host.holds.hold(two.id, path)).writer).toBe(false)
  expect([one.id, two.id].map((id) => host.holds.mayWrite(id, path))).toEqual([true, false])
  host.holds.takeOver(two.id, path)
  expect([one.id, two.id].map((id) => host.holds.mayWrite(id, path))).toEqual([false, true])
  expect([turns(one.told), turns(two.told)]).toEqual([[false], []])
  host.pages.leave(two.id)
  expect(turns(one.told)).toEqual([false, true])
  expect(host.holds.mayWrite(one.id, path)).toBe(true)
})

test('row 25: a second host on the same settings follows the first, takes over, and inherits', async () => {
  const folder = await folderOf()
  const path = await fileIn(folder)
  const [first, second] = [await hostIn(folder), await hostIn(folder)]
  const [one, two] = [page(first, 'one'), page(second, 'two')]
  expect((await first.holds.hold(one.id, path)).writer).toBe(true)
  expect((await second.holds.hold(two.id, path)).writer).toBe(false)
  second.holds.takeOver(two.id, path)
  expect(first.holds.mayWrite(one.id, path)).toBe(false)
  expect(second.holds.mayWrite(two.id, path)).toBe(true)
  await waitFor(() => turns(one.told), [false])
  second.stop()
  await waitFor(() => turns(one.told), [false, true])
})

test('what was closed last opens first, and not what is open', async () => {
  const folder = await folderOf()
  const path = await fileIn(folder)
  const host = await hostIn(folder)
  const [one, two] = [page(host, 'one'), page(host, 'two')]
  const other = `${path}.other`
  await host.holds.hold(one.id, path)
  await host.holds.hold(one.id, other)
  expect(host.holds.takeClosed()).toBe(path)
  expect(host.holds.takeClosed()).toBeUndefined()
  await host.holds.hold(two.id, other)
  host.pages.leave(one.id)
  expect(host.holds.takeClosed()).toBeUndefined()
})
