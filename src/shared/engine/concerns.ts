/**
 * Which services a step concerns, a bit each, so that a search need not try a fault again after a step that
 * does not concern it: before that step it was tried already, and both lead to the same state.
 *
 * 1. A step concerns the services of every token that it moves, makes or takes away, from where to where: of
 *    a running handler its own and all who have to do with its queue; of a message both ends.
 * 2. A fault concerns the services of what it happens to, and of everybody who would notice.
 * 3. Rows and effects of the customers are one more: a step that writes them concerns it, and a fault after
 *    which a handler goes on does, since what it does next may depend on them.
 *
 * More than 30 services share bits. Where it is not certain, everybody is concerned: that costs time only.
 */
import { faultOf, indexOf } from './choice'
import type { Condition } from './condition'
import type { Op, Publication } from './op'
import type { Place } from './place'
import type { HandlerProgram, Program, Queue } from './program'
import type { Choice } from './state'
import type { Token, View } from './view'

export type Concerned = number

export const NOBODY: Concerned = 0
export const EVERYBODY: Concerned = -1

const SERVICE_BITS = 30
/** Rows, effects and whatever else is stored about customers. */
export const CUSTOMERS: Concerned = 1 << SERVICE_BITS

/** Whom a token in each place concerns. */
export class Concerns {
  private readonly atPlace: Int32Array
  /** Whom a crash of each service concerns whatever goes on there. */
  private readonly byCrash: Int32Array
  /** Handlers decide by what faults may change anywhere: answers that customers got, how many messages there are. */
  private readonly isIntertwined: boolean

  constructor(private readonly program: Program) {
    this.atPlace = Int32Array.from(program.places, (place) => this.ofPlace(place))
    this.byCrash = Int32Array.from(program.services, ({ index }) => this.ofCrash(index))
    this.isIntertwined = program.ops.some(
      (op) => op.op === 'branch' && (op.condition.countsTokens || readsIntent(op.condition)),
    )
  }

  at(place: number): Concerned {
    return this.atPlace[place] as number
  }

  /** Whom the fault concerns that this choice is, in the state that `view` shows. */
  ofFault(view: View, choice: Choice): Concerned {
    if (this.isIntertwined) return EVERYBODY
    const index = indexOf(choice)
    switch (faultOf(choice)) {
      case 'crash':
      case 'stop-broker':
        return this.crashing(view, index)
      case 'reorder':
      case 'partition':
        return EVERYBODY
      default:
        return this.striking(view, view.tokenAt(index))
    }
  }

  /** What happens to a message, or a timeout that comes early. */
  private striking(view: View, token: Token): Concerned {
    const place = view.place(token)
    const concerned = this.at(view.placeNumber(token))
    if (place.at === 'waiting') return concerned | this.ofLine(place.op.line) | CUSTOMERS
    return place.at === 'op' && goesOn(place.op) ? concerned | CUSTOMERS : concerned
  }

  private crashing(view: View, service: number): Concerned {
    let concerned = this.byCrash[service] as number
    for (let t = view.first; t < view.last; t += view.stride) {
      const handler = view.handler(t)
      if (handler?.service !== service) continue
      concerned |= this.at(view.placeNumber(t))
      const place = view.place(t)
      if (place.at === 'waiting') concerned |= this.ofLine(place.op.line)
      const caller = view.callerOf(view.get(view.fields.link, t))
      // The caller sees its connection break, and goes on.
      if (caller > 0) concerned |= this.at(view.placeNumber(caller)) | CUSTOMERS
    }
    return concerned
  }

  private ofPlace(place: Place): Concerned {
    switch (place.at) {
      case 'gone':
        return NOBODY
      case 'stimulus':
      case 'op':
        return this.ofOp(place.op)
      case 'waiting':
      case 'connecting':
      case 'backoff':
        return this.ofHandler(place.op.handler)
      case 'confirm':
      case 'unconfirmed':
        return this.ofHandler(place.op.handler) | this.ofPublication(place.op.publication)
      case 'request':
      case 'frame':
        return this.ofLine(place.op.line)
      case 'response':
      case 'socket':
      case 'cut':
        return this.ofLine(place.line)
      case 'queued':
      case 'dead':
        return this.ofQueue(this.program.queues[place.queue])
      case 'stored':
      case 'relayed':
        return this.ofPublication(place.publication)
      case 'down':
        return bitOf(place.service)
      case 'script':
        return EVERYBODY
    }
  }

  private ofOp(op: Op): Concerned {
    const handler = this.ofHandler(op.handler)
    switch (op.op) {
      case 'commit':
        return op.line === undefined ? handler : handler | this.ofLine(op.line)
      case 'push':
      case 'call':
        return handler | this.ofLine(op.line)
      case 'publish':
        return handler | this.ofPublication(op.publication)
      default:
        return handler
    }
  }

  private ofHandler(index: number): Concerned {
    const { service, queue } = this.program.handlers[index] as HandlerProgram
    return (
      bitOf(service) | (queue === undefined ? NOBODY : this.ofQueue(this.program.queues[queue]))
    )
  }

  /** Its broker, all who take from it, and the same of the queues that its dead letters go to. */
  private ofQueue(queue: Queue | undefined, passed: readonly number[] = []): Concerned {
    if (queue === undefined || passed.includes(queue.index)) return NOBODY
    const { broker, consumers, feeds, index } = queue
    const further = feeds.flatMap(({ deadRoutes }) => deadRoutes.map((route) => route.queue))
    return all([
      ...(broker === undefined ? [] : [bitOf(broker)]),
      ...consumers.map(({ service }) => bitOf(service)),
      ...further.map((to) => this.ofQueue(this.program.queues[to], [...passed, index])),
    ])
  }

  /** Who takes from its queues is concerned by the messages put there. */
  private ofPublication({ service, brokers }: Publication): Concerned {
    return all([service, ...brokers].map(bitOf))
  }

  private ofLine(index: number): Concerned {
    const line = this.program.lines[index]
    return line === undefined ? EVERYBODY : bitOf(line.from) | bitOf(line.to)
  }

  private ofCrash(service: number): Concerned {
    const { lines, publications, queues, services } = this.program
    const sockets = lines.filter(
      ({ socket, from, to }) => socket !== undefined && (from === service || to === service),
    )
    const others = services[service]?.kind === 'broker' ? { publications, queues } : undefined
    return all([
      bitOf(service),
      ...sockets.map(({ index }) => this.ofLine(index)),
      ...(others?.publications ?? [])
        .filter(({ brokers }) => brokers.includes(service))
        .map((publication) => this.ofPublication(publication)),
      ...(others?.queues ?? [])
        .filter(({ broker }) => broker === service)
        .map((queue) => this.ofQueue(queue)),
    ])
  }
}

function readsIntent({ names }: Condition): boolean {
  return names.some((name) => name === 'intent' || name.startsWith('intent.'))
}

/** Whether a handler that loses what it is about to send does not notice. */
function goesOn(op: Op): boolean {
  return op.op === 'push' || (op.op === 'publish' && !op.confirm)
}

function bitOf(service: number): Concerned {
  return 1 << (service % SERVICE_BITS)
}

function all(concerned: readonly Concerned[]): Concerned {
  return concerned.reduce((sum, one) => sum | one, NOBODY)
}
