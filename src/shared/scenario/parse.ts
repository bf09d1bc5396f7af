/**
 * A file's text to a scenario, or everything that is wrong with it. A file may come from anyone: each check
 * stands before the one that would be hurt without it (size, depth, JSON, version, schema, names).
 */
import type { Problem } from '../base/problem'
import { faultsOf } from './check'
import { foreignText, foreignValue } from './foreign'
import { migrated } from './migrations'
import { salvaged } from './newer'
import { type Fault, problemOf, quoted } from './problem-texts'
import { FILE_BYTES_MAX, readJson, tooLarge } from './read-json'
import { referenceFaults } from './references'
import { FORMAT_VERSION, type Scenario, scenarioSchema } from './scenario'
import { decodeUtf8 } from './utf8'

/** One more problem then says that there are others. */
export const PROBLEMS_MAX = 1_000

export type Parsed =
  | {
      readonly ok: true
      readonly value: Scenario
      readonly warnings: readonly Problem[]
      /** From a newer version: shown as far as it is known, never written back. */
      readonly readOnly?: boolean
    }
  | { readonly ok: false; readonly problems: readonly Problem[] }

const refused = (...faults: readonly Fault[]): Parsed => ({
  ok: false,
  problems: faults.map(problemOf),
})

/** As `parseScenario`, from the bytes on disk, which must be UTF-8. */
export function parseScenarioBytes(bytes: Uint8Array): Parsed {
  if (bytes.length > FILE_BYTES_MAX) return refused(tooLarge)
  const decoded = decodeUtf8(bytes)
  if (decoded.ok) return parseScenario(decoded.text)
  const format = foreignText(String.fromCharCode(...bytes.subarray(0, 64)))
  return refused(
    format
      ? { code: 'scenario/foreign-file', path: [], values: { format } }
      : { code: 'scenario/not-utf8', path: [], values: { offset: decoded.offset } },
  )
}

/** The scenario and what is odd about it, or every problem at once. Never throws, whatever the text. */
export function parseScenario(text: string): Parsed {
  const read = readJson(text)
  return read.ok ? parseValue(read.value) : refused(read.fault)
}

function parseValue(raw: unknown): Parsed {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return refused({ code: 'scenario/not-a-scenario', path: [] })
  }
  const file: Record<string, unknown> = { ...raw }
  const version = file.dryrun
  if (version === undefined) return refused(withoutVersion(file))
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    const values = { found: quoted(version), known: FORMAT_VERSION }
    return refused({ code: 'scenario/bad-version', path: ['dryrun'], values })
  }
  if (version > FORMAT_VERSION) return parseNewer(file, version)
  const current = migrated(file, version)
  if (!current) {
    const values = { found: version, known: FORMAT_VERSION }
    return refused({ code: 'scenario/bad-version', path: ['dryrun'], values })
  }
  return parseCurrent(current)
}

function withoutVersion(file: Readonly<Record<string, unknown>>): Fault {
  const format = foreignValue(file)
  if (format) return { code: 'scenario/foreign-file', path: [], values: { format } }
  const isNearly = Array.isArray(file.services) && Array.isArray(file.connections)
  return isNearly
    ? { code: 'scenario/no-version', path: ['dryrun'] }
    : { code: 'scenario/not-a-scenario', path: [] }
}

const isError = (fault: Fault) => fault.severity !== 'warning'

function parseCurrent(raw: unknown): Parsed {
  const shape = faultsOf(scenarioSchema, raw, PROBLEMS_MAX)
  const names = referenceFaults(raw, PROBLEMS_MAX)
  const errors = [...shape, ...names.filter(isError)]
  if (errors.length > 0) return refused(...limited(errors))
  const checked = scenarioSchema.safeParse(raw)
  if (!checked.success) {
    // The explanation found nothing: then zod's own words, better than none.
    return refused(
      ...checked.error.issues.slice(0, PROBLEMS_MAX).map(
        (issue): Fault => ({
          code: 'scenario/invalid',
          path: issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part)),
          values: { detail: issue.message },
        }),
      ),
    )
  }
  return { ok: true, value: checked.data, warnings: names.map(problemOf) }
}

function limited(faults: readonly Fault[]): readonly Fault[] {
  if (faults.length < PROBLEMS_MAX) return faults
  return [
    ...faults.slice(0, PROBLEMS_MAX),
    { code: 'scenario/too-many-problems', path: [], values: { limit: PROBLEMS_MAX } },
  ]
}

const PATHS_NAMED_MAX = 5

function parseNewer(file: Record<string, unknown>, version: number): Parsed {
  const values = { version, known: FORMAT_VERSION }
  const saved = salvaged(scenarioSchema, { ...file, dryrun: FORMAT_VERSION }, (raw) => [
    ...faultsOf(scenarioSchema, raw, PROBLEMS_MAX),
    ...referenceFaults(raw, PROBLEMS_MAX).filter(isError),
  ])
  const parsed = saved && parseCurrent(saved.raw)
  if (!parsed?.ok) {
    return refused({ code: 'scenario/newer-unreadable', path: ['dryrun'], values })
  }
  const told: Fault[] = [
    { code: 'scenario/newer-version', path: ['dryrun'], values, severity: 'warning' },
  ]
  const named = saved?.leftOut.slice(0, PATHS_NAMED_MAX) ?? []
  const isCut = (saved?.leftOut.length ?? 0) > named.length
  if (named.length > 0) {
    const paths = `${named.join(', ')}${isCut ? ', ...' : ''}`
    told.push({
      code: 'scenario/newer-left-out',
      path: [],
      values: { paths },
      severity: 'warning',
    })
  }
  return { ...parsed, warnings: [...told.map(problemOf), ...parsed.warnings], readOnly: true }
}
