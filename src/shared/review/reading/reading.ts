/**
 * A scenario as the rules read it: its handlers, who calls whom, which event reaches whom. Names, queues and
 * routes are the engine's own, so that a warning never speaks of a system that would not run so.
 */
import { Assembly } from '../../engine/assembly'
import { stimuliOf } from '../../engine/flatten-handlers'
import { Names } from '../../engine/names'
import { Tables } from '../../engine/tables'
import type { Scenario, Stimulus } from '../../scenario/scenario'
import { type CallRead, callsOf } from './calls'
import { type Delivery, deliveriesOf, type Publication } from './deliveries'
import type { Finder } from './finder'
import { type Frame, framesOf } from './frames'
import { type HandlerRead, readHandler, type Site } from './parts'

export interface Reading {
  readonly scenario: Scenario
  readonly names: Names
  readonly handlers: readonly HandlerRead[]
  /** What the customers do, given or inferred. */
  readonly stimuli: readonly Stimulus[]
  /** Requests: calls of handlers, effects at a provider, and the customers' own. */
  readonly calls: readonly CallRead[]
  readonly publications: readonly Publication[]
  /** Events that are published on their ways to their consumers. */
  readonly deliveries: readonly Delivery[]
  readonly frames: readonly Frame[]
  /** The same by what they belong to: asked for at every step of every walk. */
  readonly callOf: ReadonlyMap<Site, CallRead>
  readonly frameOf: ReadonlyMap<Site, Frame>
  readonly callsOn: ReadonlyMap<string, readonly CallRead[]>
  readonly callsInto: ReadonlyMap<number, readonly CallRead[]>
  readonly deliveriesInto: ReadonlyMap<number, readonly Delivery[]>
  readonly framesInto: ReadonlyMap<number, readonly Frame[]>
  /** By publisher and event, as `publicationKey` has them. */
  readonly deliveriesOf: ReadonlyMap<string, readonly Delivery[]>
}

export function publicationKey(publisherIndex: number, event: string): string {
  return `${publisherIndex} ${event}`
}

const kept = new WeakMap<Scenario, Reading>()

/** Read once for each scenario value and kept with it. */
export function readingOf(scenario: Scenario): Reading {
  const known = kept.get(scenario)
  if (known) return known
  const reading = read(scenario)
  kept.set(scenario, reading)
  return reading
}

function read(scenario: Scenario): Reading {
  const names = new Names(scenario)
  const assembly = new Assembly(names, new Tables(), [])
  const handlers: HandlerRead[] = []
  const first: number[] = []
  scenario.services.forEach((service, serviceIndex) => {
    first[serviceIndex] = handlers.length
    const isWritten = service.handlers !== undefined
    names.handlers[serviceIndex]?.forEach((handler, index) => {
      const whole = `services[${serviceIndex}]`
      const path = isWritten ? `${whole}.handlers[${index}]` : whole
      const id = handlers.length
      handlers.push(readHandler({ id, service, serviceIndex, index, handler, path }, isWritten))
    })
  })
  const stimuli = stimuliOf(names)
  const finder: Finder = {
    names,
    assembly,
    handlers,
    stimuli,
    taker(service, line, called) {
      const found = assembly.matching(service, line, called)
      return found && handlers[(first[service] ?? 0) + found.index]
    },
  }
  const { publications, deliveries } = deliveriesOf(finder)
  const calls = callsOf(finder)
  const frames = framesOf(finder)
  return {
    scenario,
    names,
    handlers,
    stimuli,
    calls,
    publications,
    deliveries,
    frames,
    callOf: new Map(calls.flatMap((one) => (one.site ? [[one.site, one] as const] : []))),
    frameOf: new Map(frames.flatMap((one) => (one.site ? [[one.site, one] as const] : []))),
    callsOn: grouped(calls, ({ line }) => line.id),
    callsInto: grouped(calls, ({ callee }) => callee?.id),
    deliveriesInto: grouped(deliveries, ({ consumer }) => consumer?.id),
    framesInto: grouped(frames, ({ receiver }) => receiver?.id),
    deliveriesOf: grouped(deliveries, (one) => publicationKey(one.publisherIndex, one.event)),
  }
}

function grouped<T, Key>(
  list: readonly T[],
  keyOf: (one: T) => Key | undefined,
): ReadonlyMap<Key, readonly T[]> {
  const groups = new Map<Key, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

export function sitesOf(handlers: readonly HandlerRead[]): readonly Site[] {
  return handlers.flatMap(({ sites }) => sites)
}
