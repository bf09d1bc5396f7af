/** The built command line, run as a user runs it. */
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'

const CLI = resolve(import.meta.dirname, '../../../out/main/cli.js')

export interface Ended {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

/** `environment` is added to the test's own. */
export function dryrun(
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [CLI, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  return new Promise((done) => child.once('close', (status) => done({ status, out, err })))
}

export interface Serving {
  /** With the launch token. */
  readonly address: string
  readonly pid: number
  readonly err: () => string
  /** Ctrl+C; the status it ends with. */
  interrupt(): Promise<number | null>
}

/** `dryrun serve` or `dryrun open`, once it has printed an address. */
export async function serving(
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Serving> {
  const child = spawn(process.execPath, [CLI, ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  const address = await new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]{43}/.exec(out)
      if (found) done(found[0])
    })
    child.once('close', () => fail(new Error(`it ended: ${out}${err}`)))
  })
  return {
    address,
    pid: child.pid ?? 0,
    err: () => err,
    interrupt: () =>
      new Promise((done) => {
        child.once('close', (status) => done(status))
        child.kill('SIGINT')
      }),
  }
}
