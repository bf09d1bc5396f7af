/**
 * What one board has that another has not, by roles: who is there, who makes whom work in which way, and what
 * each does about it. What plays no role is not compared.
 */
import { type Connection, isBrokered } from '../scenario/connection'
import type { Scenario } from '../scenario/scenario'
import { Cast } from './cast'
import type { Drill } from './drill'
import { ROLES } from './role'

/** What a service or a line may have; `there` says that the other board has nothing in its place. */
export const FEATURES = [
  'there',
  'outbox',
  'transaction',
  'inbox',
  'once',
  'idempotent',
  'saves',
  'publishes',
  'calls',
  'effects',
  'branches',
  'waits',
  'timeout',
  'retries',
  'key',
  'ackAfter',
  'ackBefore',
  'limit',
] as const
export type Feature = (typeof FEATURES)[number]

export interface Difference {
  /** Id of a service or a line of the board. */
  readonly thing: string
  /** What it has, and the other board's has not. */
  readonly has: readonly Feature[]
}

export function differencesFrom(
  drill: Drill,
  board: Scenario,
  other: Scenario,
): readonly Difference[] {
  const roles = Object.keys({ ...ROLES, ...drill.roles })
  const here = new Side(board, drill, roles)
  const there = new Side(other, drill, roles)
  const things = [...board.services, ...board.connections].map(({ id }) => id)
  return things.flatMap((thing) => {
    const has = here.featuresMissedBy(there, thing)
    return has.length > 0 ? [{ thing, has }] : []
  })
}

class Side {
  private readonly cast: Cast
  private readonly byWord = new Map<string, Set<Feature>>()
  private readonly byThing = new Map<string, { readonly words: string[]; features: Set<Feature> }>()

  constructor(board: Scenario, drill: Drill, roles: readonly string[]) {
    this.cast = new Cast(board, drill)
    const played = new Map(
      board.services.map(({ id }) => [id, roles.filter((role) => this.cast.plays(id, role))]),
    )
    for (const { id } of board.services)
      this.add(id, played.get(id) ?? [], this.featuresOfService(id))
    for (const line of board.connections) {
      const words = (played.get(line.from) ?? []).flatMap((from) =>
        (played.get(line.to) ?? []).map((to) => `${from} ${kindOf(line)} ${to}`),
      )
      this.add(line.id, words, featuresOfLine(line))
    }
  }

  private add(thing: string, words: string[], features: Set<Feature>): void {
    this.byThing.set(thing, { words, features })
    for (const word of words)
      this.byWord.set(word, new Set([...(this.byWord.get(word) ?? []), ...features]))
  }

  featuresMissedBy(other: Side, thing: string): readonly Feature[] {
    const { words = [], features = new Set<Feature>() } = this.byThing.get(thing) ?? {}
    if (words.length === 0) return []
    const matched = words.flatMap((word) => other.byWord.get(word) ?? [])
    if (matched.length === 0) return ['there']
    return FEATURES.filter(
      (feature) => features.has(feature) && !matched.some((one) => one.has(feature)),
    )
  }

  private featuresOfService(id: string): Set<Feature> {
    const features = new Set<Feature>()
    for (const { service, handler, sites, parts } of this.cast.reading.handlers) {
      if (service.id !== id) continue
      if (handler.idempotent) features.add('idempotent')
      if (parts.some(({ part }) => part === 'if')) features.add('branches')
      for (const { action, transaction } of sites) {
        if (transaction !== undefined) features.add('transaction')
        if ('save' in action) features.add('saves')
        if ('publish' in action) features.add(action.outbox ? 'outbox' : 'publishes')
        if ('call' in action) features.add('calls')
        if ('dedupe' in action) features.add('inbox')
        if ('wait' in action) features.add('waits')
        if ('effect' in action) {
          features.add('effects')
          if (action.once) features.add('once')
        }
      }
    }
    return features
  }
}

function kindOf({ protocol }: Connection): string {
  if (isBrokered(protocol)) return 'event'
  return protocol === 'websocket' ? 'push' : 'call'
}

function featuresOfLine(line: Connection): Set<Feature> {
  const features = new Set<Feature>()
  if (line.timeout !== undefined) features.add('timeout')
  if ((line.retries ?? 0) > 0) features.add('retries')
  if (line.idempotencyKey) features.add('key')
  if (line.maxDeliveries !== undefined) features.add('limit')
  if (isBrokered(line.protocol)) features.add(line.ack === 'before' ? 'ackBefore' : 'ackAfter')
  return features
}
