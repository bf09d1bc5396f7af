/**
 * Which services of a board play which role, read from what their handlers do. Ids and names are never looked
 * at: an answer in Russian, or with boxes called `a` and `b`, is read like any other.
 */

import { type Architecture, architectureOf } from '../review/reading/architecture'
import type { Site } from '../review/reading/parts'
import { type Reading, readingOf } from '../review/reading/reading'
import { isSynchronous } from '../scenario/connection'
import type { Scenario } from '../scenario/scenario'
import type { Service } from '../scenario/service'
import type { LINKS } from './check'
import type { Drill } from './drill'
import { ROLES, type Role, type Trait } from './role'
import { means, type Words } from './words'

type Link = (typeof LINKS)[number]

/** A board, read for the questions that checks ask about it. */
export class Cast {
  readonly reading: Reading
  readonly words: Words
  private readonly architecture: Architecture
  private readonly roles: Readonly<Record<string, Role>>
  private readonly known = new Map<string, readonly Service[]>()

  constructor(
    readonly board: Scenario,
    { roles = {}, words = {} }: Pick<Drill, 'roles' | 'words'> = {},
  ) {
    this.reading = readingOf(board)
    this.words = words
    this.architecture = architectureOf(board)
    this.roles = { ...ROLES, ...roles }
  }

  /** The services that play a role, in the order of the file; none where nobody does. */
  services(role: string): readonly Service[] {
    const known = this.known.get(role)
    if (known !== undefined) return known
    // Roles that are told by each other: whoever is asked for on the way plays nothing yet.
    this.known.set(role, [])
    const traits = this.roles[role]?.does ?? []
    let found: readonly Service[] = []
    for (const trait of traits) {
      found = this.board.services.filter((service) => this.has(service, trait))
      if (found.length > 0) break
    }
    this.known.set(role, found)
    return found
  }

  plays(service: string, role: string): boolean {
    return this.services(role).some(({ id }) => id === service)
  }

  /** Innermost actions of the handlers of those who play a role. */
  sites(role: string): readonly Site[] {
    return this.services(role).flatMap((service) => this.sitesOf(service))
  }

  /** Whether somebody of the one role makes somebody of the other work in this way. */
  links(from: string, to: string, by: Link): boolean {
    return this.services(from).some((one) =>
      this.services(to).some(
        (other) => one.id !== other.id && this.isLinked(one.id, other.id, by, new Set()),
      ),
    )
  }

  private isLinked(from: string, to: string, by: Link, seen: Set<string>): boolean {
    if (by === 'knows') return this.knows(from, to)
    if (by !== 'event' && this.asks(from, to, seen)) return true
    if (by !== 'call' && this.tells(from, to)) return true
    return by === 'any' && this.pushes(from, to)
  }

  /** By itself or through gateways. */
  private asks(from: string, to: string, seen: Set<string>): boolean {
    seen.add(from)
    const asked = this.askedBy(from)
    if (asked.has(to)) return true
    return this.board.services.some(
      ({ id, kind }) =>
        kind === 'gateway' && asked.has(id) && !seen.has(id) && this.asks(id, to, seen),
    )
  }

  private askedBy(from: string): ReadonlySet<string> {
    const { calls, scenario } = this.reading
    const called = calls.filter((call) => call.from.id === from).map((call) => call.to.id)
    const isClient = scenario.services.some(({ id, kind }) => id === from && kind === 'client')
    // What a customer may do is every line drawn from him, whatever he does in the run at hand.
    const drawn = scenario.connections.filter(
      (line) => isClient && line.from === from && isSynchronous(line.protocol),
    )
    return new Set([...called, ...drawn.map((line) => line.to)])
  }

  private tells(from: string, to: string): boolean {
    return this.reading.deliveries.some(
      (one) => one.publisher.id === from && one.to.id === to && one.consumer !== undefined,
    )
  }

  private knows(from: string, to: string): boolean {
    return this.architecture.knowing.some((line) => line.from === from && line.to === to)
  }

  private pushes(from: string, to: string): boolean {
    return this.reading.frames.some((one) => one.from.id === from && one.to.id === to)
  }

  private sitesOf({ id }: Service): readonly Site[] {
    return this.reading.handlers
      .filter(({ service }) => service.id === id)
      .flatMap(({ sites }) => sites)
  }

  private has(service: Service, trait: Trait): boolean {
    const is = (word: string | undefined, meaning: string) =>
      word !== undefined && means(word, meaning, this.words)
    const sites = this.sitesOf(service)
    const { handlers, calls, publications } = this.reading
    const { kind, palette, creates, saves, effect, provides, answers, announces } = trait
    const tests: readonly (boolean | undefined)[] = [
      kind && service.kind === kind,
      trait.layer === undefined || this.architecture.layerOf(service.id) === trait.layer,
      trait.ring === undefined || this.isInRing(service, trait.ring),
      trait.uses === undefined ||
        this.board.connections.some(
          ({ from, protocol }) => from === service.id && protocol === trait.uses,
        ),
      palette && service.role === palette,
      creates && handlers.some((one) => one.service.id === service.id && one.handler.creates),
      saves === undefined || sites.some(({ action }) => 'save' in action && is(action.save, saves)),
      effect === undefined ||
        sites.some(({ action }) => 'effect' in action && is(action.effect, effect)),
      provides === undefined ||
        calls.some(
          (call) =>
            call.kind === 'effect' && call.to.id === service.id && is(call.message, provides),
        ),
      answers === undefined || this.isCalledBy(service, answers),
      announces === undefined ||
        publications.some((one) => one.publisher.id === service.id && is(one.event, announces)),
      trait.commands?.every((role) =>
        this.services(role).some(({ id }) => this.isLinked(service.id, id, 'any', new Set())),
      ),
      trait.askedBy?.every((role) =>
        this.services(role).some(({ id }) => this.isLinked(id, service.id, 'call', new Set())),
      ),
      trait.not === undefined || !trait.not.some((role) => this.plays(service.id, role)),
    ]
    return tests.every((test) => test !== false)
  }

  /** Drawn inside it: what stands in no ring is in none here. */
  private isInRing({ zone }: Service, place: number): boolean {
    return zone !== undefined && this.architecture.rings[place]?.id === zone
  }

  /** An operation of a line that is answered there, not one that only passes. */
  private isCalledBy(service: Service, word: string): boolean {
    return this.board.connections.some(
      ({ to, protocol, operation }) =>
        to === service.id &&
        isSynchronous(protocol) &&
        operation !== undefined &&
        means(operation, word, this.words),
    )
  }
}
