/**
 * A scenario into a program: names resolved, defaults filled in, handlers flattened, fields laid out. Where
 * boxes stand does not come through, so that moving one cannot disturb a run.
 */
import { hashText } from '../base/random'
import type { FaultKind, Scenario, Stimulus } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import { Assembly } from './assembly'
import { compileFaults } from './compile-faults'
import { cuttable } from './cuttable'
import { delayOf, toUs } from './delay'
import { expressionAt } from './expression'
import { flattenHandlers, flattenStimulus, stimuliOf } from './flatten-handlers'
import { impliedBrokers, raiseBrokers } from './implied-brokers'
import { layoutOf } from './layout'
import { Names } from './names'
import type {
  Compiled,
  InvariantProgram,
  KeyProgram,
  Line,
  Program,
  ServiceProgram,
  StimulusProgram,
} from './program'
import { PROTOCOL_RULES } from './protocols/table'
import { sizesOf } from './sizes'
import { STIMULI_AT_ONCE } from './stimulus'
import { Tables } from './tables'

export interface CompileOptions {
  /** 1 where none is given. */
  readonly seed?: number
  /** Without time any order is possible, and states are small: for searching. True where not given. */
  readonly timed?: boolean
  /** How many faults of each kind may be chosen; without it as many as anyone likes. */
  readonly budgets?: Readonly<Partial<Record<FaultKind, number>>>
  /** And how many in all. */
  readonly faultsMax?: number
}

/** A customer who presses twice does it this far apart. */
const REPEAT_MS = 200
const DEFAULT_SEED = 1

/** The program, with what is doubtful; or every problem, with paths into the file. */
export function compile(scenario: Scenario, options: CompileOptions = {}): Compiled {
  const names = new Names(scenario)
  const tables = new Tables()
  const assembly = new Assembly(names, tables, compileLines(names, tables))
  const lines = assembly.lines.map((line) =>
    line.protocol === 'websocket'
      ? { ...line, socket: assembly.put({ at: 'socket', line: line.index }) }
      : line,
  )
  flattenHandlers(assembly)
  const stimuli = stimuliOf(names)
  const keys = compileKeys(names, stimuli)
  const timed = options.timed ?? true
  const stimulusPrograms = compileStimuli(assembly, stimuli, keys, timed)
  warnOfUnreached(assembly)
  const invariants = compileInvariants(names, tables)
  // Without time a fault's moment cannot be told from any other; searching has budgets instead.
  const implied = impliedBrokers(assembly)
  const scripts = timed ? compileFaults(assembly, implied) : []
  const { budgets, faultsMax } = options
  const isStopping = budgets === undefined || (budgets['stop-broker'] ?? 0) > 0
  const services = [
    ...compileServices(assembly, budgets),
    // As with cuts: a program in which none of them stops is the same without them.
    ...(isStopping ? raiseBrokers(assembly, implied) : []),
  ]
  const isCutting = budgets === undefined || (budgets.partition ?? 0) > 0
  const runLines = isCutting ? cuttable(assembly, lines, implied) : lines
  const errors = names.problems.filter(({ severity }) => severity === 'error')
  if (errors.length > 0) return { ok: false, problems: names.problems }
  const sizes = sizesOf({
    assembly,
    services,
    stimuli,
    scripts,
    keys: keys.map(({ name }) => name),
    invariants: invariants.length,
    timed,
    budgets,
    faultsMax,
  })
  const value: Program = {
    seed: options.seed ?? DEFAULT_SEED,
    timed,
    services,
    lines: runLines,
    handlers: assembly.handlers,
    ops: assembly.ops,
    places: assembly.places,
    publications: assembly.publications,
    queues: assembly.queues,
    keys,
    stimuli: stimulusPrograms,
    isTakingTurns: timed && stimulusPrograms.length > STIMULI_AT_ONCE,
    entities: tables.entities,
    effects: tables.effects,
    inboxes: tables.inboxes,
    outcomes: tables.outcomes,
    invariants,
    scripts,
    budgets,
    faultsMax,
    createsOrders: assembly.handlers.some(({ creates }) => creates),
    ordersPerKey: sizes.ordersPerKey,
    layout: layoutOf(sizes),
  }
  return { ok: true, value, warnings: names.problems }
}

function compileServices(
  assembly: Assembly,
  budgets: CompileOptions['budgets'],
): readonly ServiceProgram[] {
  return assembly.names.services.map((service, index) => ({
    index,
    id: service.id,
    kind: service.kind,
    name: service.name,
    replicas: service.replicas ?? 1,
    workers: service.workers ?? 1,
    maxRequests: service.maxRequests ?? 0,
    stoppedBy: stoppedBy(service, budgets),
    lines: [],
    down: assembly.put({ at: 'down', service: index }),
  }))
}

/** A drawn broker crashes like any service; what stops brokers alone is another price of the same. */
function stoppedBy({ kind }: Service, budgets: CompileOptions['budgets']): readonly FaultKind[] {
  if (kind === 'client' || kind === 'external') return []
  return kind === 'broker' && budgets !== undefined ? ['crash', 'stop-broker'] : ['crash']
}

/** A line whose ends are missing runs nowhere; the scenario's own checks have said so. */
function compileLines(names: Names, tables: Tables): readonly Line[] {
  const isKeyed = names.handlers.some((each) => each.some(({ idempotent }) => idempotent === true))
  const tellsBodies = (names.scenario.stimuli ?? []).some(({ body }) => body !== undefined)
  return names.connections.map((connection, index) => {
    const rules = PROTOCOL_RULES[connection.protocol]
    return {
      index,
      id: connection.id,
      from: names.service(connection.from) ?? 0,
      to: names.service(connection.to) ?? 0,
      protocol: connection.protocol,
      latency: delayOf(connection.latency, rules.latencyMs),
      hash: hashText(connection.id),
      answers: tables.answersOf(rules, isKeyed, tellsBodies),
    }
  })
}

function compileKeys(names: Names, stimuli: readonly Stimulus[]): readonly KeyProgram[] {
  const keys = [...new Set(stimuli.map(({ key }) => key))]
  return keys.map((name) => {
    const poison = stimuli.find((stimulus) => stimulus.key === name && stimulus.poison)?.poison
    const service = poison === undefined ? undefined : names.service(poison)
    return { name, hash: hashText(name), ...(service !== undefined && { poison: service }) }
  })
}

/** Every sending by itself, in the order of their times. */
function compileStimuli(
  assembly: Assembly,
  stimuli: readonly Stimulus[],
  keys: readonly KeyProgram[],
  timed: boolean,
): readonly StimulusProgram[] {
  const sendings = stimuli.flatMap((stimulus, index) => {
    const op = flattenStimulus(assembly, stimulus, index)
    if (op === undefined) return []
    const key = keys.findIndex(({ name }) => name === stimulus.key)
    return Array.from({ length: stimulus.times ?? 1 }, (_, repeat) => ({
      op,
      index,
      key,
      atUs: toUs(stimulus.at + repeat * REPEAT_MS),
    }))
  })
  sendings.sort((a, b) => a.atUs - b.atUs)
  const takesTurns = timed && sendings.length > STIMULI_AT_ONCE
  const shared = new Map<number, number>()
  return sendings.map(({ op, ...stimulus }, turn) => {
    // Two that send alike cannot be told apart, unless each must know whose turn comes after it.
    const known = takesTurns ? undefined : shared.get(op.index)
    const place = known ?? assembly.put({ at: 'stimulus', turn, op })
    shared.set(op.index, place)
    return { ...stimulus, place }
  })
}

/** A handler for what no line brings never runs: more likely a slip than an intention. */
function warnOfUnreached({ names, reached }: Assembly): void {
  names.services.forEach(({ id, kind, handlers }, service) => {
    if (kind === 'external') return
    handlers?.forEach(({ on }, index) => {
      if (reached.has(`services[${service}].handlers[${index}].do`)) return
      const path = `services[${service}].handlers[${index}].on`
      names.warn('engine/never-reached', path, {
        service: id,
        trigger: Object.values(on).join(' '),
      })
    })
  })
}

function compileInvariants(names: Names, tables: Tables): readonly InvariantProgram[] {
  return (names.scenario.invariants ?? []).flatMap((invariant, index) => {
    const when = 'always' in invariant ? 'always' : 'finally'
    const source = 'always' in invariant ? invariant.always : invariant.finally
    const condition = expressionAt(names, tables, source, `invariants[${index}].${when}`)
    if (condition === undefined) return []
    return [{ id: invariant.id, title: invariant.title, when, condition } as const]
  })
}
