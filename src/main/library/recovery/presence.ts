/**
 * Which hosts of this user are running, over all processes: each keeps a small file among the settings and
 * touches it. A process that was killed stops touching, and its number may soon be another program's, so
 * both are asked: the number, and how long ago the last touch was.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const TOUCH_MS = 5_000
/** A machine that slept has old touches everywhere for a moment; being taken for dead only costs an offer. */
const SILENT_MS_MAX = 30_000
const NAME = /^([0-9]+)-[0-9a-f]{16}$/

export class Presence {
  /** What this process is called in recovery copies and leases. */
  readonly host = `${process.pid}-${randomBytes(8).toString('hex')}`
  private readonly folder: string
  private timer: NodeJS.Timeout | undefined
  private readonly leave = () => this.stop()

  constructor(settingsFolder: string) {
    this.folder = join(settingsFolder, 'running')
  }

  /** From now on `isAlive` of another process says yes to this one; until `stop` or its end. */
  start(): void {
    if (this.timer !== undefined) return
    this.touch()
    this.timer = setInterval(() => this.touch(), TOUCH_MS)
    this.timer.unref()
    process.once('exit', this.leave)
    this.sweep()
  }

  stop(): void {
    clearInterval(this.timer)
    this.timer = undefined
    process.off('exit', this.leave)
    rmSync(this.fileOf(this.host), { force: true })
  }

  /** Whether the host of that name is running; this one always is. */
  isAlive(host: string): boolean {
    if (host === this.host) return true
    const [, pid] = NAME.exec(host) ?? []
    if (pid === undefined || !isRunning(Number(pid))) return false
    const touched = statSync(this.fileOf(host), { throwIfNoEntry: false })
    return touched !== undefined && Date.now() - touched.mtimeMs < SILENT_MS_MAX
  }

  /** Without it another host may only offer what this one is still at: a full disk must not stop the start. */
  private touch(): void {
    const now = new Date()
    try {
      utimesSync(this.fileOf(this.host), now, now)
    } catch {
      try {
        mkdirSync(this.folder, { recursive: true, mode: 0o700 })
        writeFileSync(this.fileOf(this.host), '', { mode: 0o600 })
      } catch {
        return
      }
    }
  }

  private sweep(): void {
    try {
      for (const host of readdirSync(this.folder)) {
        if (NAME.test(host) && !this.isAlive(host)) rmSync(this.fileOf(host), { force: true })
      }
    } catch {
      return
    }
  }

  private fileOf(host: string): string {
    return join(this.folder, host)
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody's process, whom we may not signal.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
