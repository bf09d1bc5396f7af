/** The saving process of these tests: built, started, spoken to, watched by strace. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { builtProcess } from '../../support/built-process'
import { versionOf } from './versions'

const ENTRY = resolve(import.meta.dirname, 'saving-process.ts')

/** Builds the process into `folder`; the path of its script. */
export const buildSaver = (folder: string): Promise<string> => builtProcess(ENTRY, folder)

export interface Saver {
  readonly child: ChildProcess
  /** Every line it has said, `ready` first. */
  readonly said: readonly string[]
  /** The next line, or undefined once it has ended. */
  next(): Promise<string | undefined>
  say(line: string): void
  /** Linux's number of its one pool thread. */
  fileThread(): number
  /** Until it is gone and all it said has been read. */
  ended(): Promise<void>
}

/** A started process that is ready. One pool thread, so that the nth call of a kind is always the same call. */
export async function startSaver(script: string, path: string): Promise<Saver> {
  const child = spawn(process.execPath, [script, path], {
    env: { ...process.env, UV_THREADPOOL_SIZE: '1' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  // Killed in the middle of what it is told.
  child.stdin.on('error', () => undefined)
  const said: string[] = []
  const lines = createInterface({ input: child.stdout })
  const waiting: ((line: string | undefined) => void)[] = []
  let read = 0
  const over = new Promise<void>((done) => {
    lines.once('close', () => {
      for (const one of waiting.splice(0)) one(undefined)
      done()
    })
  })
  lines.on('line', (line) => {
    said.push(line)
    const first = waiting.shift()
    if (first === undefined) return
    read += 1
    first(line)
  })
  let isOver = false
  void over.then(() => {
    isOver = true
  })
  const next = () => {
    const line = said[read]
    if (line !== undefined) {
      read += 1
      return Promise.resolve<string | undefined>(line)
    }
    if (isOver) return Promise.resolve(undefined)
    return new Promise<string | undefined>((done) => waiting.push(done))
  }
  const before = new Set<number>()
  const threads = () =>
    process.platform === 'linux' ? readdirSync(`/proc/${child.pid}/task`).map(Number) : []
  const saver = {
    child,
    said,
    next,
    say: (line: string) => void child.stdin.write(`${line}\n`),
    ended: () => over,
    fileThread: () => threads().find((one) => !before.has(one)) ?? 0,
  }
  await next()
  for (const one of threads()) before.add(one)
  return saver
}

/** Why strace cannot watch a process here; undefined where it can. */
export function noStrace(): string | undefined {
  if (process.platform !== 'linux') return 'strace is of Linux'
  const tried = spawnSync('strace', ['-V'], { stdio: 'ignore' })
  if (tried.status !== 0) return 'strace is not installed'
  // Only root may watch a process that is not its own child.
  return process.getuid?.() === 0 ? undefined : 'only root may attach strace'
}

/**
 * Has strace watch, with `words` for it, the thread that makes the calls on files; resolves when it does. Only
 * that thread, so that the nth call of a kind is the same in every run. The process has saved once: before
 * that it has no such thread.
 */
export function watch(saver: Saver, words: readonly string[]): Promise<ChildProcess> {
  const strace = spawn('strace', ['-p', String(saver.fileThread()), ...words], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  return new Promise((done, fail) => {
    let said = ''
    strace.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(' attached')) done(strace)
    })
    strace.once('close', () => fail(new Error(`strace: ${said}`)))
  })
}

/** A process that has saved version 1 over version 0 at `path`. */
export async function savedOnce(script: string, path: string): Promise<Saver> {
  await writeFile(path, versionOf(0))
  const saver = await startSaver(script, path)
  saver.say('1')
  const said = await saver.next()
  if (said !== 'saved 1') throw new Error(`the first save: ${said}`)
  return saver
}
