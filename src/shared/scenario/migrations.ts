/**
 * Files of earlier versions brought up to the present one, a step a version. Version 1 is the first, so the
 * table is empty: a later version adds the step that leads to it and a frozen file of the version before.
 */
import { FORMAT_VERSION } from './scenario'

export interface Migration {
  /** The version it starts from; it leads to the next one. */
  readonly from: number
  /** Pure: takes the parsed file, gives a new one. What it cannot read it leaves for the check to report. */
  migrate(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>
}

export const MIGRATIONS: readonly Migration[] = []

/**
 * The file at version `to`; `undefined` where no way leads there. Every step also writes the version it
 * has reached, so that a step cannot forget to.
 */
export function migrated(
  raw: Readonly<Record<string, unknown>>,
  from: number,
  to: number = FORMAT_VERSION,
  table: readonly Migration[] = MIGRATIONS,
): Readonly<Record<string, unknown>> | undefined {
  let current = raw
  for (let version = from; version < to; version += 1) {
    const step = table.find((one) => one.from === version)
    if (!step) return undefined
    current = { ...step.migrate(current), dryrun: version + 1 }
  }
  return current
}
