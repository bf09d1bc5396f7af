/**
 * Steps that a search puts off. Only a crash of its own service can tell whether an outbox row was marked as
 * published; only that, or a stop of the broker, whether a message was acknowledged behind which no other waits.
 * Such a step is as good later as now. So it is taken last, when nothing else is left to happen of itself, or
 * together with such a crash, right before it: with every selection of those that concern whoever crashes, since
 * any of them may have been in time.
 *
 * 1. Nothing else depends on it. An acknowledgement makes room for the next message of its queue: where there
 *    is one it is not put off.
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
  /** For each place the service whose crash a step from there can be put off to; -1: it is not put off. */
  private readonly serviceAt: Int32Array
  /** And the broker whose stop it can be put off to as well; -1: none. */
  private readonly brokerAt: Int32Array
  private readonly hasSome: boolean
  /** For each service, brokers among them, the tokens whose steps are put off to it, by index. */
  private readonly indices: readonly number[][]

  constructor(
    private readonly program: Program,
    private readonly view: View,
  ) {
    const isNoticed = readsOf(program).pending
    const owners = program.places.map((place) => (isNoticed ? [] : this.ownersOf(place)))
    this.serviceAt = Int32Array.from(owners, ([service = -1]) => service)
    this.brokerAt = Int32Array.from(owners, ([, broker = -1]) => broker)
    this.hasSome = owners.some(({ length }) => length > 0)
    this.indices = program.services.map(() => [])
  }

  /** The view shows another state from here on. */
  startOver(): void {
    if (!this.hasSome) return
    for (const indices of this.indices) if (indices.length > 0) indices.length = 0
    const { view, serviceAt, brokerAt } = this
    const [mayCrash, mayStop] = [view.canStill('crash'), view.canStill('stop-broker')]
    for (let t = view.first; t < view.last; t += view.stride) {
      const place = view.placeNumber(t)
      const service = serviceAt[place] as number
      if (service < 0) continue
      const broker = brokerAt[place] as number
      // Where nobody is left who could tell, such a step is taken at once.
      if ((mayCrash || (mayStop && broker >= 0)) && this.isFree(t)) {
        this.of(service).push(view.indexOf(t))
        if (broker >= 0) this.of(broker).push(view.indexOf(t))
      }
    }
    for (const indices of this.indices) if (indices.length > STEPS_MAX) this.takeAtOnce(indices)
  }

  /** Too many for one crash: none of them is put off, to that one or to another. */
  private takeAtOnce(many: number[]): void {
    for (const index of many)
      for (const indices of this.indices)
        if (indices !== many && indices.includes(index)) indices.splice(indices.indexOf(index), 1)
    many.length = 0
  }

  /** Whether what happens of itself to this token is put off. */
  includes(index: number): boolean {
    if (!this.hasSome) return false
    const service = this.serviceAt[this.view.placeNumber(this.view.tokenAt(index))] as number
    return service >= 0 && this.of(service).includes(index)
  }

  /** In how many ways a service may crash, or a broker stop: with every selection of such steps before it. */
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

  /** The service and perhaps a broker whose crash tells, as can be said without a state; none: everybody might. */
  private ownersOf(place: Place): readonly number[] {
    const owners = this.concernedBy(place)
    return owners.every((one) => this.isOne(one)) ? owners : []
  }

  private concernedBy(place: Place): readonly number[] {
    if (place.at === 'relayed') return [place.publication.service]
    if (place.at !== 'op' || place.op.op !== 'finish') return []
    const { queue, service } = this.program.handlers[place.op.handler] as HandlerProgram
    const taken = this.program.queues[queue ?? -1]
    if (taken === undefined) return []
    return taken.broker === undefined ? [service] : [service, taken.broker]
  }

  private isOne(service: number): boolean {
    const known = this.program.services[service]
    return known?.stoppedBy.includes('crash') === true && known.replicas === 1
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
