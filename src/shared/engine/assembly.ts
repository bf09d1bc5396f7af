/**
 * A program being put together: ops, places, handlers, queues and publications, each made once and shared.
 * Handlers are copied for every line they can be reached by, so that a program point alone says where an
 * answer goes; the copies wait in a list until they are flattened.
 */
import type { Action } from '../scenario/action'
import type { Handler } from '../scenario/handler'
import { NO_DELAY } from './delay'
import type { Names } from './names'
import type { Op, Publication } from './op'
import type { Place } from './place'
import type { Feed, HandlerProgram, Line, Queue } from './program'
import type { Tables } from './tables'

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }

/** A handler and the way by which it is reached. */
export interface HandlerSource {
  readonly service: number
  readonly actions: readonly Action[]
  /** Path of its actions in the file; '' for one that follows from the drawing. */
  readonly path: string
  readonly trigger: string
  readonly line?: number
  readonly queue?: number
  readonly feed?: number
  readonly consumer?: number
  readonly response?: number
  readonly creates?: boolean
  readonly idempotent?: number
  /** The same handler for requests of every body, itself included; filled as they are reached. */
  readonly bodies?: number[]
  readonly body?: string
  readonly quiet?: boolean
  /** A client's own sending: its call is a request of the customer's. */
  readonly stimulus?: StimulusOptions
  /** What the provider's own effect costs is its service time, not the effect's. */
  readonly isProvider?: boolean
}

export interface StimulusOptions {
  readonly operation: string | undefined
  readonly timeoutMs: number | undefined
  readonly retries: number | undefined
  readonly idempotencyKey: boolean | undefined
  readonly body: string | undefined
}

export type BuildingQueue = Mutable<Omit<Queue, 'feeds' | 'consumers'>> & {
  readonly feeds: BuildingFeed[]
  readonly consumers: { readonly service: number }[]
}
export type BuildingFeed = Mutable<Omit<Feed, 'deliveries'>> & {
  /** Whose event it is: one publisher's is another feed than another's. */
  readonly name: string
  readonly deliveries: ({ readonly line: number; readonly handler: number } | undefined)[]
}

export class Assembly {
  readonly ops: Op[] = []
  readonly places: Place[] = [{ at: 'gone' }]
  readonly handlers: Mutable<HandlerProgram>[] = []
  readonly publications: Publication[] = []
  readonly queues: BuildingQueue[] = []
  /** Handlers that are named and not yet flattened. */
  readonly waiting: { readonly index: number; readonly source: HandlerSource }[] = []
  /** Paths of the file's own handlers that some line leads to. */
  readonly reached = new Set<string>()
  private readonly known = new Map<string, number>()
  private readonly responses = new Map<string, number>()
  private readonly families = new Map<string, number[]>()

  constructor(
    readonly names: Names,
    readonly tables: Tables,
    readonly lines: readonly Line[],
  ) {}

  /** Some request says what it carries. */
  get tellsBodies(): boolean {
    return (this.names.scenario.stimuli ?? []).some(({ body }) => body !== undefined)
  }

  /** A place whose content comes later; until then nothing is there. */
  reserve(): number {
    return this.places.push({ at: 'gone' }) - 1
  }

  put(place: Place): number {
    return this.places.push(place) - 1
  }

  fill(index: number, place: Place): void {
    this.places[index] = place
  }

  /** The place of an answer on its way back along a line. */
  response(line: number, message: string): number {
    const name = `${line} ${message}`
    const place = this.responses.get(name) ?? this.put({ at: 'response', line, message })
    this.responses.set(name, place)
    return place
  }

  /** The handlers that are one in the drawing and differ by what the request carries. */
  family(name: string): number[] {
    const family = this.families.get(name) ?? []
    this.families.set(name, family)
    return family
  }

  /** The handler known under this name; made, to be flattened later, when it is first reached. */
  handler(name: string, reached: () => HandlerSource): number {
    const known = this.known.get(name)
    if (known !== undefined) return known
    const index = this.handlers.length
    this.known.set(name, index)
    const source = reached()
    const { service, trigger, line, queue, feed, consumer, response, idempotent, bodies, body } =
      source
    bodies?.push(index)
    this.handlers.push({
      index,
      service,
      trigger,
      ...(line !== undefined && { line }),
      ...(queue !== undefined && { queue }),
      ...(feed !== undefined && { feed }),
      ...(consumer !== undefined && { consumer }),
      ...(response !== undefined && { response }),
      ...(idempotent !== undefined && { idempotent }),
      ...(bodies !== undefined && { bodies }),
      ...(body !== undefined && { body }),
      creates: source.creates ?? false,
      first: 0,
      last: 0,
      poisoned: 0,
      actions: source.actions.length,
      quiet: source.quiet ?? false,
      remembersLast: false,
      serviceTime: NO_DELAY,
    })
    this.waiting.push({ index, source })
    return index
  }

  /** The service's own handler that this arrives at: named by line, by queue, or by what it is called. */
  matching(
    service: number,
    line: number,
    called: { readonly queue?: string; readonly event?: string; readonly operation?: string },
  ): { readonly handler: Handler; readonly index: number } | undefined {
    const handlers = this.names.handlers[service] ?? []
    const { id } = this.names.connectionAt(line)
    const matches: readonly ((handler: Handler) => boolean)[] = [
      ({ on }) => 'operation' in on && on.operation === called.operation,
      ({ on }) => 'connection' in on && on.connection === id,
      ({ on }) => 'queue' in on && on.queue === called.queue,
      ({ on }) => 'event' in on && on.event === called.event,
    ]
    for (const match of matches) {
      const index = handlers.findIndex(match)
      const handler = handlers[index]
      if (handler === undefined) continue
      this.reached.add(this.pathOf(service, index))
      return { handler, index }
    }
    return undefined
  }

  /** Where the actions of a service's handler stand in the file; '' where they follow from the drawing. */
  pathOf(service: number, handler: number): string {
    if (this.names.serviceAt(service).handlers === undefined) return ''
    return `services[${service}].handlers[${handler}].do`
  }
}
