/** Edits by hand of a board of a drill: the mistakes that people make, each in a line or two. */
import type { Scenario } from '../../src/shared/scenario/scenario'
import { asScenario } from '../support/drills'

export interface WrongAnswer {
  readonly board: (model: Scenario) => Scenario
  readonly fails: readonly string[]
  /** Its search takes many seconds: it is made in the long run. */
  readonly isSlow?: true
}

/** A file's own JSON, edited by hand and parsed again. */
export type Raw = ReturnType<typeof JSON.parse>

/** An edit by hand of the model's file. */
export const edited =
  (edit: (raw: Raw) => void) =>
  (model: Scenario): Scenario => {
    const raw: Raw = JSON.parse(JSON.stringify(model))
    delete raw.invariants
    edit(raw)
    return asScenario(raw)
  }

export const service = (raw: Raw, id: string): Raw => raw.services.find((one: Raw) => one.id === id)
export const line = (raw: Raw, id: string): Raw => raw.connections.find((one: Raw) => one.id === id)
export const removeLine = (raw: Raw, id: string) => {
  raw.connections = raw.connections.filter((one: Raw) => one.id !== id)
}
export const addLine = (raw: Raw, added: Raw) => raw.connections.push(added)
export const addService = (raw: Raw, id: string, kind: string, name: string, more: Raw = {}) =>
  raw.services.push({ id, kind, name, position: { x: 0, y: 600 }, ...more })

/** Every innermost action that is like this goes, or becomes something else. */
function replaceActions(value: Raw, change: (action: Raw) => readonly Raw[] | undefined): Raw {
  if (Array.isArray(value))
    return value.flatMap((one) => {
      const changed = typeof one === 'object' && one !== null ? change(one) : undefined
      return changed ?? [replaceActions(one, change)]
    })
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, replaceActions(inner, change)]),
  )
}
export const change = (raw: Raw, id: string, how: (action: Raw) => readonly Raw[] | undefined) => {
  const of = service(raw, id)
  of.handlers = replaceActions(of.handlers, how)
}

/** `transaction [save, publish outbox]` becomes the two, one after the other. */
export const dualWrite = (action: Raw) =>
  action.transaction?.some((one: Raw) => 'publish' in one)
    ? action.transaction
        .filter((one: Raw) => !('dedupe' in one))
        .map((one: Raw) => ('publish' in one ? { publish: one.publish } : one))
    : undefined

export const publishFirst = (action: Raw) => dualWrite(action)?.slice().reverse()

export const withoutOnce = (effect: string) => (action: Raw) => {
  if (action.effect !== effect) return undefined
  const { once: _once, ...rest } = action
  return [rest]
}

export const sharedDatabase = (one: string, other: string) =>
  edited((raw) => {
    addService(raw, 'db', 'database', 'Database')
    addLine(raw, { id: 'dbOne', from: one, to: 'db', protocol: 'sql' })
    addLine(raw, { id: 'dbOther', from: other, to: 'db', protocol: 'sql' })
  })

export const notIdempotent = (id: string) =>
  edited((raw) => {
    for (const handler of service(raw, id).handlers) delete handler.idempotent
  })

export const ackBefore = (...ids: string[]) =>
  edited((raw) => {
    for (const id of ids) line(raw, id).ack = 'before'
  })

export const withOrphan = edited((raw) => addService(raw, 'audit', 'service', 'Audit'))
