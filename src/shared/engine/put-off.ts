/**
 * Steps that a search puts off. Only a crash of its own service can tell whether an outbox row was marked as
 * published, or a message acknowledged behind which no other waits: such a step is as good later as now. So it
 * is taken last, when nothing else is left to happen of itself, or together with a crash, right before it: with
 * every selection of those that the service has, since any of them may have been in time.
 *
 * 1. Nothing else depends on it. An acknowledgement makes room for the next message of its queue: where there
 *    is one it is not put off. A broker that may crash takes back what is not acknowledged: not put off either.
 * 2. No promise notices it: not where somebody counts messages and handlers.
 */
import { packChoice } from './choice'
import type { Place } from './place'
import type { HandlerProgram, Program } from './program'
import { readsOf } from './reads'
import type { Choice } from './state'
import type { Token, View } from './view'

/** A crash has 2 to the power of this ways; of a service with more such steps none is put off. */
const STEPS_MAX = 4
/** A crash's way is a replica and, in the bits above, a selection. */
const REPLICA_BITS = 6

export class PutOff {
  /** For each place the service whose crash a step from there can be put off to; -1: none. */
  private readonly serviceAt: Int32Array
  private readonly hasSome: boolean
  /** For each service the tokens whose steps are put off, by index. */
  private readonly indices: readonly number[][]

  constructor(
    private readonly program: Program,
    private readonly view: View,
  ) {
    const isNoticed = readsOf(program).pending
    this.serviceAt = Int32Array.from(program.places, (place) =>
      isNoticed ? -1 : this.serviceOf(place),
    )
    this.hasSome = this.serviceAt.some((service) => service >= 0)
    this.indices = program.services.map(() => [])
  }

  /** The view shows another state from here on. */
  startOver(): void {
    if (!this.hasSome) return
    for (const indices of this.indices) if (indices.length > 0) indices.length = 0
    const { view } = this
    // Where no crash is left such a step is taken at once.
    if (!view.canStill('crash')) return
    for (let t = view.first; t < view.last; t += view.stride) {
      const service = this.serviceAt[view.placeNumber(t)] as number
      if (service >= 0 && this.isFree(t)) this.of(service).push(view.indexOf(t))
    }
    for (const indices of this.indices) if (indices.length > STEPS_MAX) indices.length = 0
  }

  /** Whether what happens of itself to this token is put off. */
  includes(index: number): boolean {
    if (!this.hasSome) return false
    const service = this.serviceAt[this.view.placeNumber(this.view.tokenAt(index))] as number
    return service >= 0 && this.of(service).includes(index)
  }

  /** In how many ways a service may crash: with every selection of such steps right before it. */
  selections(service: number): number {
    return 2 ** this.of(service).length
  }

  /** The steps that the crash of this choice comes after, each a choice of the same state. */
  before(service: number, way: number): readonly Choice[] {
    const selection = way >>> REPLICA_BITS
    return this.of(service)
      .filter((_, at) => ((selection >>> at) & 1) === 1)
      .map((index) => packChoice(undefined, index))
  }

  private of(service: number): number[] {
    return this.indices[service] as number[]
  }

  /** What can be said without a state. */
  private serviceOf(place: Place): number {
    const service = this.ownerOf(place)
    const known = this.program.services[service ?? -1]
    return known?.stoppedBy.includes('crash') === true && known.replicas === 1 ? known.index : -1
  }

  private ownerOf(place: Place): number | undefined {
    if (place.at === 'relayed') return place.publication.service
    if (place.at !== 'op' || place.op.op !== 'finish') return undefined
    const { queue, service } = this.program.handlers[place.op.handler] as HandlerProgram
    const taken = this.program.queues[queue ?? -1]
    return taken !== undefined && taken.broker === undefined ? service : undefined
  }

  /** A row of a service that is up; or a message, still the broker's, that no other one waits behind. */
  private isFree(token: Token): boolean {
    const { view, program } = this
    const queue = view.queue(token)
    if (queue < 0) return view.isUp(this.serviceAt[view.placeNumber(token)] as number)
    if (view.get(view.fields.rank, token) === 0) return false
    // A line that is cut holds it up.
    if (view.canStill('partition') || view.cuts > 0) return false
    for (let t = view.first; t < view.last; t += view.stride)
      if (view.queue(t) === queue && program.places[view.placeNumber(t)]?.at === 'queued')
        return false
    return true
  }
}

/** The way of a crash of this replica after a selection of what was put off. */
export function crashWay(replica: number, selection: number): number {
  return replica | (selection << REPLICA_BITS)
}

export function replicaOf(way: number): number {
  return way & (2 ** REPLICA_BITS - 1)
}
