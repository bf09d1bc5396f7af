/**
 * A run that a search found, in the timed machine: the choices that lead through the same contents, so that
 * it plays like any other run. The search knows no choices that would mean anything there; it gives the
 * states on the way, and at each the choice is taken that leads to the next.
 */
import type { ConnectionId, InvariantId, Order, ServiceId } from '../base/ids'
import type { CutHalf, FaultKind } from '../scenario/scenario'
import { faultsBetween, forgetBudgets } from './budgets'
import { isTooEarly } from './calling'
import { type Choice, unpackChoice } from './choice'
import { type ChoiceRecord, recordChoice } from './choices'
import { enabledIn, type Machine, machine } from './machine'
import type { Program } from './program'
import { Projection } from './projection'
import { Representative } from './representative'
import type { Searchable } from './searchable'
import { type FaultBudgets, SEARCHED_FAULTS, type SearchedFault } from './searched-faults'
import type { State } from './state'
import type { Step } from './step'
import { View } from './view'

export interface Counterexample {
  readonly invariant: InvariantId
  /** The order it is broken for. */
  readonly order: Order
  /** Choices of the timed program, from its initial state. */
  readonly choices: readonly Choice[]
  readonly records: readonly ChoiceRecord[]
  /** Up to the step that says what is broken. */
  readonly steps: readonly Step[]
  readonly faults: readonly FaultTaken[]
}

/** A fault of a run, and where in the run it is. */
export interface FaultTaken {
  readonly kind: FaultKind
  readonly service?: ServiceId
  readonly connection?: ConnectionId
  /** What is cut of a line that implies its broker. */
  readonly half?: CutHalf
  /** Its first step is the one after so many. */
  readonly position: number
}

/** What a search found: states of the untimed program, the last choice of which breaks the promise. */
export interface Found {
  readonly promise: number
  readonly path: readonly Uint32Array[]
}

/** undefined: the timed machine has no such run, which is a mistake of ours. */
export function counterexampleOf(searched: Searchable, found: Found): Counterexample | undefined {
  return new Retelling(searched, found).told()
}

/** How many faults of each kind a run took. */
export function faultsTaken(searched: Searchable, found: Found): FaultBudgets {
  const { header } = searched.untimed.layout
  const [first, last] = [found.path[0], found.path.at(-1)]
  // What is left of each kind says it, unless fewer are left because there are no more in all.
  if (header.faults.bits === 0 && first !== undefined && last !== undefined) {
    const left = (kind: SearchedFault, words: Uint32Array) => header.budgets[kind].get(words, 0)
    return counted((kind) => left(kind, first) - left(kind, last))
  }
  const told = counterexampleOf(searched, found)
  if (told === undefined) throw new Error('a run was found that cannot be told')
  return counted((kind) => told.faults.filter((fault) => fault.kind === kind).length)
}

function counted(countOf: (kind: SearchedFault) => number): FaultBudgets {
  const taken = SEARCHED_FAULTS.map((kind) => [kind, countOf(kind)] as const)
  return Object.fromEntries(taken.filter(([, count]) => count > 0))
}

/** One choice of the timed machine and what it led to. */
interface Taken {
  readonly choice: Choice
  /** The fault that it costs. */
  readonly price: FaultKind | undefined
  readonly state: State
  readonly steps: readonly Step[]
}

class Retelling {
  private readonly machine: Machine
  private readonly projection: Projection
  private readonly view: View
  private readonly choices: Choice[] = []
  private readonly records: ChoiceRecord[] = []
  private readonly steps: Step[] = []
  private readonly faults: FaultTaken[] = []
  private state: State

  private readonly timed: Program
  private readonly untimed: Program
  private readonly representative: Representative

  constructor(
    { timed, untimed, reductions }: Searchable,
    private readonly found: Found,
  ) {
    this.timed = timed
    this.untimed = untimed
    this.representative = new Representative(untimed, reductions)
    this.machine = machine(timed)
    this.projection = new Projection(timed, untimed)
    this.view = new View(timed)
    this.state = this.machine.initial
  }

  told(): Counterexample | undefined {
    const { path, promise } = this.found
    const invariant = this.timed.invariants[promise]?.id
    if (invariant === undefined) return undefined
    for (let at = 1; at < path.length; at += 1) {
      const [from, to] = [path[at - 1] as Uint32Array, path[at] as Uint32Array]
      const ways = this.waysTo(to, faultsBetween(this.untimed.layout.header, from, to))
      const isLast = at === path.length - 1
      const taken = isLast ? ways.find(({ steps }) => breaks(steps, invariant)) : ways[0]
      if (taken === undefined) return undefined
      this.take(taken)
    }
    const last = this.steps.findIndex((step) => step.invariant === invariant)
    const order = this.steps[last]?.order
    if (order === undefined) return undefined
    const { choices, records, faults } = this
    return { invariant, order, choices, records, steps: this.steps.slice(0, last + 1), faults }
  }

  /** The choices of the timed machine at one of these prices that lead to such a content. */
  private waysTo(
    content: Uint32Array,
    prices: readonly (FaultKind | undefined)[],
  ): readonly Taken[] {
    const wanted = content.slice()
    forgetBudgets(this.untimed.layout.header, wanted)
    return enabledIn(this.view.open(this.state))
      .choices.flatMap((choice) => {
        const payable = this.pricesOf(choice).filter((price) => prices.includes(price))
        return payable.slice(0, 1).map((price) => ({ choice, price }))
      })
      .map((way) => ({ ...way, ...this.machine.apply(this.state, way.choice) }))
      .filter(({ state }) => {
        const words = this.projection.of(state)
        if (words === undefined) return false
        this.representative.choose(words, words.length)
        return isSame(words, wanted)
      })
  }

  /** A timeout that comes before an answer that could still come is the price of a delay. */
  private pricesOf(choice: Choice): readonly (FaultKind | undefined)[] {
    const { fault, index } = unpackChoice(choice)
    if (fault === 'crash' || fault === 'stop-broker')
      return this.untimed.services[index]?.stoppedBy ?? [fault]
    if (fault !== undefined) return [fault]
    const token = this.view.tokenAt(index)
    const place = this.view.place(token)
    const isEarly = place.at === 'waiting' && isTooEarly(this.view, token, place.op)
    return [isEarly ? 'delay' : undefined]
  }

  private take({ choice, price, state, steps }: Taken): void {
    const record = recordChoice(this.timed, this.state, choice)
    if (price !== undefined) {
      const { service, connection, half } = record
      this.faults.push({
        kind: price,
        ...(connection === undefined && service !== undefined && { service }),
        ...(connection !== undefined && { connection }),
        ...(half !== undefined && { half }),
        position: this.steps.length,
      })
    }
    this.choices.push(choice)
    this.records.push(record)
    this.steps.push(...steps)
    this.state = state
  }
}

function breaks(steps: readonly Step[], invariant: InvariantId): boolean {
  return steps.some((step) => step.kind === 'invariant.violated' && step.invariant === invariant)
}

function isSame(a: Uint32Array, b: Uint32Array): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index])
}
