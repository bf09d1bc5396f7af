/** Collects what may happen next, in the order it is offered. Faults only while some may still be chosen. */
import type { FaultKind } from '../scenario/scenario'
import { packChoice } from './choice'
import { QueueCensus } from './queue-census'
import type { Choice } from './state'
import type { View } from './view'

export class Offers {
  readonly choices: Choice[] = []
  /** Whether anything offered happens of itself. */
  hasNatural = false
  private index = 0
  private queues: QueueCensus | undefined
  private isTaken = false

  constructor(private readonly view: View) {}

  /** The queues of this state, looked over when the first queue is asked about. */
  get census(): QueueCensus {
    this.queues ??= new QueueCensus(this.view.program)
    if (!this.isTaken) this.queues.take(this.view)
    this.isTaken = true
    return this.queues
  }

  /** The view shows another state from here on. */
  startOver(): void {
    // Emptying an empty list is not free.
    if (this.choices.length > 0) this.choices.length = 0
    this.hasNatural = false
    this.isTaken = false
  }

  /** What follows is about this token, or this service. */
  about(index: number): void {
    this.index = index
  }

  /** What happens of itself; `way` tells apart several. */
  natural(way = 0): void {
    this.hasNatural = true
    this.choices.push(packChoice(undefined, this.index, way))
  }

  /** What happens of itself, but in the untimed machine only at the price of a fault. */
  early(fault: FaultKind): void {
    if (this.view.program.timed) this.natural()
    else if (this.view.canStill(fault)) this.choices.push(packChoice(undefined, this.index))
  }

  /** A delay is chosen where the message is seen to travel; without time the early timeout says it all. */
  delay(): void {
    if (this.view.program.timed) this.fault('delay')
  }

  fault(fault: FaultKind, way = 0): void {
    if (this.view.canStill(fault)) this.choices.push(packChoice(fault, this.index, way))
  }
}
