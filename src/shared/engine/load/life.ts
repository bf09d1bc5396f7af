/**
 * What the orders of one key can go through, found out by asking the machine's rules: each situation and each
 * way out of it once. Times are not part of a situation: of each move it is found out how the times after it
 * follow from those before (timings.ts).
 */
import type { Beginning, Count, Counted, Move, Option, Situation } from '../../base/load-system'
import { faultOf, indexOf, wayOf } from '../choice'
import { initialState } from '../initial'
import { enabledIn, limitIn } from '../machine'
import type { Place } from '../place'
import type { Program } from '../program'
import { EXPIRY } from '../queue'
import { FULL } from '../replica'
import type { Choice, State } from '../state'
import type { Step, StepKind } from '../step'
import { View } from '../view'
import type { Stations } from './stations'
import { Timings } from './timings'

export class Life {
  readonly beginning: Beginning
  private readonly known = new Map<string, OrderSituation>()
  private readonly view: View
  private readonly timings: Timings
  /** The same rules where a service, by its index, is full. */
  private readonly fullTimings = new Map<number, Timings>()

  constructor(
    readonly program: Program,
    private readonly places: Stations,
    private readonly seed: number,
  ) {
    this.view = new View(program)
    this.timings = new Timings(program, seed)
    const initial = initialState(program)
    this.view.open(initial)
    const dueUs: number[] = []
    for (let t = this.view.first; t < this.view.last; t += this.view.stride)
      dueUs.push(this.view.dueUs(t))
    this.beginning = { situation: this.situationOf(this.timings.timeless(initial)), dueUs }
  }

  get situations(): number {
    return this.known.size
  }

  private situationOf(state: State): OrderSituation {
    const name = state.join()
    const known = this.known.get(name)
    if (known !== undefined) return known
    const made = new OrderSituation(state, this.choicesIn(state), this.holdsIn(state), this)
    this.known.set(name, made)
    return made
  }

  private choicesIn(state: State): readonly Choice[] {
    return enabledIn(this.view.open(state)).choices.filter((one) => faultOf(one) === undefined)
  }

  private holdsIn(state: State): readonly (readonly number[])[] {
    const view = this.view.open(state)
    const holds: (readonly number[])[] = []
    for (let t = view.first; t < view.last; t += view.stride)
      holds.push(this.places.heldBy(view, t))
    return holds
  }

  optionOf(state: State, choice: Choice): Option {
    const way = wayOf(choice)
    const place = this.view.open(state).place(this.view.tokenAt(indexOf(choice)))
    const queue = place.at === 'queued' ? this.program.queues[place.queue] : undefined
    const towards = queue?.consumers[way]?.service
    const room = this.roomAt(place)
    return {
      thing: indexOf(choice),
      atDeadline: way === EXPIRY,
      ...(towards !== undefined && { towards }),
      ...(room !== undefined && { room }),
    }
  }

  /** A service that takes only so many requests counts those of all orders, which no state of one can. */
  private roomAt(place: Place): Option['room'] {
    if (place.at !== 'request') return undefined
    const callee = this.program.services[this.program.lines[place.op.line]?.to ?? -1]
    if (callee === undefined || callee.maxRequests === 0) return undefined
    return { station: callee.index, most: callee.maxRequests * callee.replicas }
  }

  limitIn(state: State): string | undefined {
    return limitIn(this.program, state)
  }

  /** @param full the service that has no room for a request; undefined: there is room */
  moveBy(state: State, choice: Choice, full?: number): Move {
    const { next, things, steps } = this.timingsWith(full).follow(state, choice)
    const answer = this.answerIn(state, next)
    return {
      to: this.situationOf(next),
      things,
      counts: this.countsIn(steps),
      ...(answer !== undefined && { answer }),
    }
  }

  private timingsWith(full: number | undefined): Timings {
    if (full === undefined) return this.timings
    const known = this.fullTimings.get(full)
    if (known !== undefined) return known
    const services = this.program.services.map((service) =>
      service.index === full ? { ...service, maxRequests: FULL } : service,
    )
    const made = new Timings({ ...this.program, services }, this.seed)
    this.fullTimings.set(full, made)
    return made
  }

  /** What the customer was answered by this move: no answer is an error as any status from 400 on. */
  private answerIn(before: State, after: State): { readonly isError: boolean } | undefined {
    const had = this.view.open(before).replies(0).length
    const replies = this.view.open(after).replies(0)
    if (replies.length === had) return undefined
    const outcome = this.program.outcomes[replies.at(-1) as number]
    return { isError: outcome?.outcome !== 'ok' }
  }

  private countsIn(steps: readonly Step[]): readonly Count[] {
    return steps.flatMap(({ kind, service }) => {
      const counted = COUNTED[kind]
      const station = this.program.services.findIndex(({ id }) => id === service)
      return counted === undefined || station < 0 ? [] : [{ station, counted }]
    })
  }
}

const COUNTED: Readonly<Partial<Record<StepKind, Counted>>> = {
  'handler.failed': 'error',
  'call.timeout': 'timeout',
  'call.retried': 'retry',
  'request.refused': 'refused',
}

class OrderSituation implements Situation {
  readonly options: readonly Option[]
  readonly limit: string | undefined
  private readonly moves: (Move | undefined)[] = []
  private readonly refusals: (Move | undefined)[] = []

  constructor(
    private readonly state: State,
    private readonly choices: readonly Choice[],
    readonly holds: readonly (readonly number[])[],
    private readonly life: Life,
  ) {
    this.options = choices.map((choice) => life.optionOf(state, choice))
    this.limit = life.limitIn(state)
  }

  follow(option: number, isRoom: boolean): Move {
    const moves = isRoom ? this.moves : this.refusals
    const known = moves[option]
    if (known !== undefined) return known
    const full = isRoom ? undefined : this.options[option]?.room?.station
    const move = this.life.moveBy(this.state, this.choices[option] as Choice, full)
    moves[option] = move
    return move
  }
}
