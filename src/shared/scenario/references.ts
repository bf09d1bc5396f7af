/**
 * Names in a file that must lead to a thing in it, and ids that must name one thing only. Reads the raw file,
 * right or wrong, so that a wrong type in one place does not hide a wrong name in another. What a name
 * means when the scenario runs is the engine's concern.
 */
import type { Fault, Path, ProblemCode } from './problem-texts'
import { mostSimilar } from './similar'

type Raw = Readonly<Record<string, unknown>>

const LISTS = ['services', 'connections', 'zones', 'notes', 'invariants'] as const

/** A comparison with every id for every wrong name would let a hostile file take minutes. */
const SUGGESTIONS_MAX = 50

type Ids = ReadonlySet<string>

interface Names {
  readonly services: Ids | undefined
  readonly connections: Ids | undefined
  readonly zones: Ids | undefined
  readonly events: Ids
}

/** Wrong names and double ids, errors and warnings; at most `limit`. The raw file's depth must be bounded. */
export function referenceFaults(raw: unknown, limit: number): readonly Fault[] {
  if (!isRaw(raw)) return []
  const faults: Fault[] = []
  let suggestions = 0
  for (const found of wrongReferences(raw)) {
    if (faults.length >= limit) break
    if (!('candidates' in found)) {
      faults.push(found)
      continue
    }
    const { candidates, ...fault } = found
    suggestions += 1
    const word = String(fault.values?.id)
    const suggestion = suggestions <= SUGGESTIONS_MAX ? mostSimilar(word, candidates) : undefined
    faults.push({ ...fault, suggestion })
  }
  return faults
}

type Wrong = Fault | (Fault & { readonly candidates: Ids })
type Wrongs = Generator<Wrong, void>

function* wrongReferences(raw: Raw): Wrongs {
  yield* doubleIds(raw)
  const names: Names = {
    services: idsIn(raw, 'services'),
    connections: idsIn(raw, 'connections'),
    zones: raw.zones === undefined ? new Set() : idsIn(raw, 'zones'),
    events: eventsIn(raw),
  }
  for (const [service, path] of thingsIn(raw, 'services')) {
    yield* named(service.zone, [...path, 'zone'], names.zones, 'scenario/unknown-zone')
    for (const [handler, at] of recordsIn(service.handlers, [...path, 'handlers'])) {
      yield* wrongInHandler(handler, at, names)
    }
  }
  for (const [line, path] of thingsIn(raw, 'connections')) {
    yield* serviceNamed(line.from, [...path, 'from'], names)
    yield* serviceNamed(line.to, [...path, 'to'], names)
  }
  for (const [stimulus, path] of thingsIn(raw, 'stimuli')) {
    yield* lineNamed(stimulus.connection, [...path, 'connection'], names)
    yield* serviceNamed(stimulus.poison, [...path, 'poison'], names)
  }
  for (const [fault, path] of thingsIn(raw, 'faults')) {
    if (!isRaw(fault.at)) continue
    yield* serviceNamed(fault.at.service, [...path, 'at', 'service'], names)
    yield* lineNamed(fault.at.connection, [...path, 'at', 'connection'], names)
  }
}

function* wrongInHandler({ on, do: actions }: Raw, path: Path, names: Names): Wrongs {
  if (isRaw(on)) {
    yield* lineNamed(on.connection, [...path, 'on', 'connection'], names)
    for (const wrong of named(
      on.event,
      [...path, 'on', 'event'],
      names.events,
      'scenario/unknown-event',
    )) {
      // Only a warning: while a line is being renamed the scenario must stay readable.
      yield { ...wrong, severity: 'warning' }
    }
  }
  yield* wrongInActions(actions, [...path, 'do'], names)
}

function* wrongInActions(actions: unknown, path: Path, names: Names): Wrongs {
  const listed: Iterable<readonly [Raw, Path]> = Array.isArray(actions)
    ? recordsIn(actions, path)
    : isRaw(actions)
      ? [[actions, path]]
      : []
  for (const [action, at] of listed) {
    yield* lineNamed(action.call, [...at, 'call'], names)
    yield* lineNamed(action.push, [...at, 'push'], names)
    for (const part of ['then', 'else', 'transaction']) {
      yield* wrongInActions(action[part], [...at, part], names)
    }
    for (const [stage, stageAt] of recordsIn(action.saga, [...at, 'saga'])) {
      yield* wrongInActions(stage.do, [...stageAt, 'do'], names)
      yield* wrongInActions(stage.undo, [...stageAt, 'undo'], names)
    }
  }
}

function serviceNamed(value: unknown, path: Path, { services }: Names): Wrongs {
  return named(value, path, services, 'scenario/unknown-service')
}

function lineNamed(value: unknown, path: Path, { connections }: Names): Wrongs {
  return named(value, path, connections, 'scenario/unknown-connection')
}

/** A value that is no text is the schema's concern. */
function* named(
  value: unknown,
  path: Path,
  candidates: Ids | undefined,
  code: ProblemCode,
): Wrongs {
  if (typeof value !== 'string' || !candidates || candidates.has(value)) return
  yield { code, path, values: { id: value }, candidates }
}

/** Twice among things of one kind is an error; a service and a line of one name are only confusing. */
function* doubleIds(raw: Raw): Wrongs {
  const everywhere = new Map<string, string>()
  for (const list of LISTS) {
    const first = new Map<string, string>()
    for (const [{ id }, path] of thingsIn(raw, list)) {
      if (typeof id !== 'string') continue
      const here = `${list}[${path[1]}]`
      const same = first.get(id)
      const other = everywhere.get(id)
      const at = [...path, 'id']
      if (same !== undefined) {
        yield { code: 'scenario/duplicate-id', path: at, values: { id, first: same } }
      } else if (other !== undefined && list !== 'invariants') {
        const values = { id, first: other }
        yield { code: 'scenario/shared-id', path: at, values, severity: 'warning' }
      }
      if (same === undefined) first.set(id, here)
      if (other === undefined) everywhere.set(id, here)
    }
  }
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function* recordsIn(list: unknown, path: Path): Generator<readonly [Raw, Path], void> {
  if (!Array.isArray(list)) return
  for (const [index, one] of list.entries()) if (isRaw(one)) yield [one, [...path, index]]
}

function thingsIn(raw: Raw, list: string): Generator<readonly [Raw, Path], void> {
  return recordsIn(raw[list], [list])
}

/** `undefined` where there is no list: that is one problem, not one more for every name. */
function idsIn(raw: Raw, list: string): Ids | undefined {
  if (!Array.isArray(raw[list])) return undefined
  const ids = new Set<string>()
  for (const [{ id }] of thingsIn(raw, list)) if (typeof id === 'string') ids.add(id)
  return ids
}

function eventsIn(raw: Raw): Ids {
  const events = new Set<string>()
  for (const [{ event }] of thingsIn(raw, 'connections')) {
    if (typeof event === 'string') events.add(event)
  }
  return events
}
