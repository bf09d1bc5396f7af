/** Collects what may happen next, in the order it is offered. Faults only while some may still be chosen. */
import type { FaultKind } from '../scenario/scenario'
import { packChoice } from './choice'
import { QueueCensus } from './queue-census'
import type { Choice } from './state'
import type { View } from './view'

export class Offers {
  readonly choices: Choice[] = []
  /** The first offered that happens of itself. */
  firstNatural: Choice | undefined
  private index = 0
  private taken: QueueCensus | undefined

  constructor(private readonly view: View) {}

  get hasNatural(): boolean {
    return this.firstNatural !== undefined
  }

  /** The queues of this state, looked over when the first queue is asked about. */
  get census(): QueueCensus {
    this.taken ??= new QueueCensus(this.view)
    return this.taken
  }

  /** What follows is about this token, or this service. */
  about(index: number): void {
    this.index = index
  }

  /** What happens of itself; `way` tells apart several. */
  natural(way = 0): void {
    const choice = packChoice(undefined, this.index, way)
    this.firstNatural ??= choice
    this.choices.push(choice)
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
