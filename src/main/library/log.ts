/**
 * What happened, for a report of a fault: a line an event, in a file of the user's that goes nowhere. Events
 * are words of ours and numbers; whatever else gets in is stripped of paths, addresses and tokens, as people
 * send logs to strangers. Own and not a package: forty lines serve both hosts, and none of the packages
 * takes paths out.
 */
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const BYTES_MAX = 512 * 1024
const LINE_MAX = 500
/** `host/disk-full`: a problem's name, which looks like a path. */
const CODE = /^[a-z]+\/[a-z0-9-]+$/

export class Log {
  private readonly path: string

  constructor(private readonly settingsFolder: string) {
    this.path = join(settingsFolder, 'logs', 'dryrun.log')
  }

  /** `event`: `save.failed`; `details`: codes and counts. A log that cannot be written is none. */
  note(event: string, details: Readonly<Record<string, string | number>> = {}): void {
    const said = Object.entries(details).map(([key, value]) => {
      const text = String(value)
      return `${key}=${key === 'code' && CODE.test(text) ? text : redacted(text)}`
    })
    const line = [new Date().toISOString(), event, ...said].join(' ').slice(0, LINE_MAX)
    try {
      mkdirSync(join(this.settingsFolder, 'logs'), { recursive: true, mode: 0o700 })
      this.turnOver()
      appendFileSync(this.path, `${line}\n`, { mode: 0o600 })
    } catch {
      return
    }
  }

  /** One older file is kept. */
  private turnOver(): void {
    const size = statSync(this.path, { throwIfNoEntry: false })?.size ?? 0
    if (size > BYTES_MAX) renameSync(this.path, `${this.path}.1`)
  }
}

/** On one line, without anything that looks like a path, an address, a mail address or a token. */
export function redacted(text: string): string {
  return (
    text
      .replace(/\b[a-z][a-z0-9+.-]*:\/\/\S+/gi, '[address]')
      .replace(/(['"])(?:~|[A-Za-z]:)?[\\/][^'"\n]*\1/g, '[path]')
      .replace(/(?:~|\b[A-Za-z]:|\\)?[\\/](?:[^\s\\/'"]+[\\/]?)+/g, '[path]')
      .replace(/\S+@\S+/g, '[address]')
      .replace(/[A-Za-z0-9_-]{22,}/g, '[token]')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters would forge lines
      .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
  )
}
