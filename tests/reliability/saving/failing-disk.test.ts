/**
 * Rows 16 to 19 on the disk itself: a process that saves is made to fail, or is killed, at each system call of
 * a save and at any moment. The file then holds the old version or the new one, whole, and what was
 * acknowledged is in it.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sweepOrphans } from '../../../src/main/library/folder'
import { temporaryFolders } from '../../main/library/temporary-folder'
import { counted, LONG } from '../../support/counts'
import { buildSaver, noStrace, savedOnce, startSaver, watch } from './saver'
import { versionIn, versionOf } from './versions'

const NAME = 'orders.dryrun.json'
const FAULTS = ['error=EIO', 'error=ENOSPC', 'error=EPERM', 'signal=SIGKILL'] as const
const SIDE_BY_SIDE = 4
const KILLED_WITHIN_MS = 40
const A_YEAR_MS = 365 * 86_400_000

const folderOf = temporaryFolders()

/** A script that saves, and a folder with nothing in it. */
async function place() {
  const folder = await folderOf()
  const [script, work] = [await buildSaver(folder), join(folder, 'work')]
  await mkdir(work)
  return { script, folder, work }
}

interface Call {
  readonly name: string
  /** Counted from 1 among the calls of this name. */
  readonly nth: number
  readonly line: string
}

/** The calls on files of one save that goes well, in order. */
async function callsOfASave(): Promise<readonly Call[]> {
  const { script, folder, work } = await place()
  const saver = await savedOnce(script, join(work, NAME))
  const trace = join(folder, 'trace')
  const strace = await watch(saver, ['-o', trace, '-s', '9'])
  saver.say('2')
  expect(await saver.next()).toBe('saved 2')
  const written = new Promise((done) => strace.once('close', done))
  saver.child.kill('SIGKILL')
  await written
  const seen = new Map<string, number>()
  const calls: Call[] = []
  for (const line of (await readFile(trace, 'utf8')).split('\n')) {
    const name = /^(\w+)\(/.exec(line)?.[1]
    if (name === undefined) continue
    const nth = (seen.get(name) ?? 0) + 1
    seen.set(name, nth)
    // Not node's own: waking its main thread, waiting for work, taking memory.
    const isOwn = /^(futex|m\w+|brk|sched\w+|rt_sig\w+)\(|^write\(\d+, "\\1/.test(line)
    if (!isOwn) calls.push({ name, nth, line })
  }
  return calls
}

/** What a save of version 2 over 1 says and leaves with one call of it failing; a second try is made. */
async function saveWith(script: string, work: string, call: Omit<Call, 'line'>, fault: string) {
  const path = join(work, NAME)
  const saver = await savedOnce(script, path)
  const injected = `inject=${call.name}:${fault}:when=${call.nth}`
  await watch(saver, ['-o', '/dev/null', '-e', `trace=${call.name}`, '-e', injected])
  saver.say('2')
  const said = await saver.next()
  const version = versionIn(await readFile(path))
  const names = await readdir(work)
  if (said !== undefined) saver.say('2')
  const again = said === undefined ? undefined : await saver.next()
  saver.child.kill('SIGKILL')
  await saver.ended()
  return { said, version, names: names.filter((name) => name !== 'kept'), again }
}

test('row 16: a save whose fsync fails is not acknowledged and leaves the old file', async ({
  skip,
}) => {
  const reason = noStrace()
  if (reason !== undefined) return skip(reason)
  const { script, work } = await place()
  const left = await saveWith(script, work, { name: 'fsync', nth: 1 }, 'error=EIO')
  expect(left).toEqual({ said: 'host/disk-error 2', version: 1, names: [NAME], again: 'saved 2' })
  const folder = await saveWith(script, work, { name: 'fsync', nth: 2 }, 'error=EIO')
  expect([folder.said, folder.again]).toEqual(['host/not-confirmed 2', 'saved 2'])
})

test('row 17: the file is synced before it takes the old place, the folder after', async ({
  skip,
}) => {
  const reason = noStrace()
  if (reason !== undefined) return skip(reason)
  const calls = await callsOfASave()
  const opened = calls.filter(({ name }) => name === 'openat').map(({ line }) => line)
  expect(opened).toHaveLength(3)
  expect(opened[1]).toMatch(/O_CREAT\|O_EXCL/)
  const order = calls.filter(({ name }) => ['write', 'fsync', 'rename'].includes(name))
  expect(order.map(({ name }) => name)).toEqual(['write', 'fsync', 'rename', 'fsync'])
  const [written, synced] = order.map(({ line }) => /\((\d+)/.exec(line)?.[1])
  expect(synced).toBe(written)
  const between = calls.slice(calls.findIndex(({ name }) => name === 'rename'))
  expect(between.map(({ name }) => name)).toEqual(['rename', 'openat', 'fsync', 'close'])
})

test('row 18: whatever call of a save fails, or is its last, the file is the old or the new', async ({
  skip,
}) => {
  const reason = noStrace()
  if (reason !== undefined) return skip(reason)
  const calls = await callsOfASave()
  expect(calls.length).toBeGreaterThan(15)
  const cases = calls.flatMap((call, at) =>
    FAULTS.filter((_, index) => LONG || index === at % FAULTS.length).map((fault) => ({
      call,
      fault,
    })),
  )
  const { script, folder } = await place()
  const wrong: unknown[] = []
  await sideBySide(cases, async ({ call, fault }, worker) => {
    const work = join(folder, `work-${worker}`)
    await mkdir(work, { recursive: true })
    const left = await saveWith(script, work, call, fault)
    const word = left.said?.split(' ')[0]
    const allowed =
      word === undefined || word === 'host/not-confirmed' ? [1, 2] : [word === 'saved' ? 2 : 1]
    const isKill = fault.startsWith('signal')
    const isRight =
      allowed.includes(left.version ?? -1) &&
      (isKill ? word === undefined : left.names.length === 1 && left.again === 'saved 2')
    if (!isRight) wrong.push({ call: call.line, fault, ...left })
    await sweepOrphans(work, Date.now() + A_YEAR_MS)
    expect((await readdir(work)).filter((name) => name !== 'kept')).toEqual([NAME])
  })
  process.stderr.write(
    `row 18: ${calls.length} calls of a save, ${cases.length} of them failed or its last, ${wrong.length} wrong\n`,
  )
  expect(wrong).toEqual([])
})

test('row 18, row 19: killed at any moment, it loses nothing that was acknowledged and its orphans are swept', async () => {
  const { script, folder } = await place()
  const kills = Array.from({ length: counted(500) }, (_, index) => index)
  let [acknowledged, orphans] = [0, 0]
  await sideBySide(kills, async (kill, worker) => {
    const work = join(folder, `work-${worker}`)
    const path = join(work, NAME)
    await mkdir(work, { recursive: true })
    await writeFile(path, versionOf(0))
    const saver = await startSaver(script, path)
    saver.say('on 1')
    await saver.next()
    // Even over the time of some saves: the same moments in every run, as far as a clock allows.
    await new Promise((done) => setTimeout(done, (kill * 7.3) % KILLED_WITHIN_MS))
    saver.child.kill('SIGKILL')
    await saver.ended()
    const last = Number(saver.said.at(-1)?.split(' ')[1] ?? 0)
    expect(saver.said.slice(1)).toEqual(saver.said.slice(1).map((_, at) => `saved ${at + 1}`))
    const version = versionIn(await readFile(path))
    expect([last, last + 1]).toContain(version)
    acknowledged += last
    const names = await readdir(work)
    orphans += names.length - 1
    await sweepOrphans(work, Date.now())
    expect(await readdir(work), 'a young file may be of a save going on').toEqual(names)
    await sweepOrphans(work, Date.now() + A_YEAR_MS)
    expect(await readdir(work)).toEqual([NAME])
  })
  process.stderr.write(
    `row 18: ${kills.length} kills, ${acknowledged} acknowledged saves, 0 lost, ${orphans} orphans swept\n`,
  )
  expect(acknowledged).toBeGreaterThan(kills.length - 1)
  expect(orphans).toBeGreaterThan(0)
})

/** Each case once, some at a time; `worker` names who does it, for a folder of its own. */
async function sideBySide<Case>(
  cases: readonly Case[],
  work: (one: Case, worker: number) => Promise<void>,
): Promise<void> {
  const left = [...cases]
  const one = async (worker: number) => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) await work(next, worker)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, (_, worker) => one(worker)))
}
