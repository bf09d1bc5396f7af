/** Collects the choices of one kind, natural or faults, into a list that is used again for every state. */
import type { ChoiceBuffer } from '../base/packed-system'
import type { FaultKind } from '../scenario/scenario'
import type { BrokerStops } from './broker-stops'
import { packChoice } from './choice'
import { type Concerned, type Concerns, EVERYBODY, NOBODY } from './concerns'
import { Offers } from './offers'
import { crashWay, type PutOff } from './put-off'
import type { View } from './view'

export class SearchOffers extends Offers implements ChoiceBuffer {
  length = 0
  private which: 'natural' | 'faults' = 'natural'
  private readonly list: number[] = []
  private token = 0
  private lately: Concerned = EVERYBODY
  private readonly later: number[] = []

  /**
   * @param concerns undefined: no fault is left out.
   * @param putOff undefined: nothing is.
   * @param stops undefined: brokers are stopped wherever they may be.
   */
  constructor(
    private readonly state: View,
    private readonly concerns: Concerns | undefined,
    private readonly putOff: PutOff | undefined,
    private readonly stops: BrokerStops | undefined,
  ) {
    super(state)
  }

  /** @param lately whom the step to this state concerned: faults that concern none of them are left out. */
  start(which: 'natural' | 'faults', lately: Concerned): void {
    this.lately = lately
    this.startOver()
    this.which = which
    this.length = 0
    if (this.later.length > 0) this.later.length = 0
  }

  /** Everything has been offered: what was put off is due where there is nothing else. */
  end(): void {
    if (this.length === 0) for (const choice of this.later) this.put(choice)
  }

  at(index: number): number {
    return this.list[index] as number
  }

  override about(index: number): void {
    this.token = index
  }

  override natural(way = 0): void {
    if (this.which !== 'natural') return
    const choice = packChoice(undefined, this.token, way)
    if (this.putOff?.includes(this.token) === true) this.later.push(choice)
    else this.put(choice)
  }

  override early(fault: FaultKind): void {
    if (this.which === 'faults' && this.state.canStill(fault))
      this.putFault(packChoice(undefined, this.token))
  }

  override delay(): void {}

  override fault(fault: FaultKind, way = 0): void {
    if (this.which !== 'faults' || !this.state.canStill(fault)) return
    const isStopping = fault === 'crash' || fault === 'stop-broker'
    if (isStopping && this.stops?.isWorthTrying(this.state, this.token) === false) return
    const ways = isStopping ? (this.putOff?.selections(this.token) ?? 1) : 1
    for (let selection = 0; selection < ways; selection += 1)
      this.putFault(packChoice(fault, this.token, selection === 0 ? way : crashWay(way, selection)))
  }

  private putFault(choice: number): void {
    const { lately, concerns, state } = this
    if (concerns === undefined || lately === EVERYBODY) this.put(choice)
    else if ((concerns.ofFault(state, choice) & lately) !== NOBODY) this.put(choice)
  }

  private put(choice: number): void {
    this.list[this.length] = choice
    this.length += 1
  }
}
