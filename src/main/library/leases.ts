/**
 * Which host writes a file, over all processes of this user: a small file among the settings, named after
 * the document. It keeps two windows from surprising each other; that nothing is overwritten does not rest
 * on it but on the revision that every save carries.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { reasonOf } from '../host-problem'
import type { Presence } from './recovery/presence'

export class Leases {
  private readonly folder: string

  constructor(
    settingsFolder: string,
    private readonly presence: Presence,
  ) {
    this.folder = join(settingsFolder, 'leases')
  }

  /** True where this host may write `path` from now on: nobody had it, or whoever had it is gone. */
  acquire(path: string): boolean {
    const lease = this.fileOf(path)
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 })
      writeFileSync(lease, this.presence.host, { flag: 'wx', mode: 0o600 })
      return true
    } catch (error) {
      // No room for a lease must not stop anybody from writing.
      if (reasonOf(error) !== 'EEXIST') return true
    }
    if (this.holder(path) === this.presence.host) return true
    if (!this.isFree(path)) return false
    this.take(path)
    return this.isOurs(path)
  }

  /** Takes it from whoever has it; they find out at their next look. */
  take(path: string): void {
    const fresh = `${this.fileOf(path)}.${this.presence.host}`
    try {
      mkdirSync(this.folder, { recursive: true, mode: 0o700 })
      writeFileSync(fresh, this.presence.host, { mode: 0o600 })
      renameSync(fresh, this.fileOf(path))
    } catch {
      rmSync(fresh, { force: true })
    }
  }

  /** Whether no other host that is running has it. */
  isFree(path: string): boolean {
    const holder = this.holder(path)
    return holder === undefined || holder === this.presence.host || !this.presence.isAlive(holder)
  }

  /** Whether it has not been taken by another host meanwhile; one that is gone was nobody's to take. */
  isOurs(path: string): boolean {
    const holder = this.holder(path)
    return holder === undefined || holder === this.presence.host
  }

  release(path: string): void {
    if (this.holder(path) === this.presence.host) rmSync(this.fileOf(path), { force: true })
  }

  private holder(path: string): string | undefined {
    try {
      return readFileSync(this.fileOf(path), 'utf8')
    } catch {
      return undefined
    }
  }

  private fileOf(path: string): string {
    const name = createHash('sha256').update(path).digest('hex').slice(0, 32)
    return join(this.folder, `${name}.lease`)
  }
}
