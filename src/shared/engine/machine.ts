/**
 * The transition system of a program: what may happen, and what follows when it does. The one set of rules
 * that every driver runs. All nondeterminism is in the choice.
 */
import type { System } from '../base/system'
import type { FaultKind } from '../scenario/scenario'
import { faultOf, indexOf, unpackChoice, wayOf } from './choice'
import { contentEqual } from './content'
import { crash } from './crash'
import { Draft } from './draft'
import { initialState } from './initial'
import { reportBroken } from './invariants'
import { Offers } from './offers'
import { CUTS, canCut, cutLine } from './partition'
import type { Place } from './place'
import type { PlaceRule } from './place-rule'
import { PLACE_RULES } from './place-table'
import {
  LIMITS,
  type Limit,
  type Program,
  type ScriptProgram,
  type ServiceProgram,
} from './program'
import { EXPIRY } from './queue'
import { struckBy } from './scripted'
import type { Choice, State } from './state'
import type { Step } from './step'
import { type Token, View } from './view'

export type Machine = System<State, Choice, Step>

/** A guess at how many tokens a run has at a time, for the size of its states only. */
const TOKENS_TYPICAL = 32

/** The machine of a program. States and choices of one are meaningless to another. */
export function machine(program: Program): Machine {
  const view = new View(program)
  const draft = new Draft(program)
  const probe = new Offers(view)
  const initial = initialState(program)
  return {
    initial,
    stateBytes: 4 * (initial.length + TOKENS_TYPICAL * program.layout.tokenWords),
    enabled(state) {
      return enabledIn(view.open(state)).choices
    },
    apply(state, choice) {
      draft.open(state)
      applyTo(draft, choice)
      reportBroken(draft, isQuiescent(draft))
      const { steps } = draft
      return { state: draft.seal(), steps }
    },
    soonest(state) {
      return soonestIn(view.open(state), probe)
    },
    dueUs(state, choice) {
      const { fault, index } = unpackChoice(choice)
      if (!program.timed || fault !== undefined) return undefined
      view.open(state)
      return dueOf(view, view.tokenAt(index), wayOf(choice))
    },
    limit(state) {
      return LIMITS[view.open(state).limit - 1]
    },
    nowUs(state) {
      return view.open(state).nowUs
    },
    equal(a, b) {
      return contentEqual(program, a, b)
    },
  }
}

/** The limit that ended a run in this state, if one did: nothing is enabled in it any more. */
export function limitIn(program: Program, state: State): Limit | undefined {
  return LIMITS[new View(program).open(state).limit - 1]
}

/**
 * Scripted faults come first, then each token with what happens of itself before its faults, then crashes
 * and cuts: the order that breaks ties.
 */
export function enabledIn(view: View): Offers {
  const offers = new Offers(view)
  offerAll(view, offers)
  return offers
}

/** Offers everything that may happen, in that order. */
export function offerAll(view: View, offers: Offers): void {
  if (view.limit > 0) return
  offerScripts(view, offers)
  offerTokens(view, offers)
  for (const service of view.program.services) offerStops(view, service, offers)
  offerCuts(view, offers)
}

export function offerTokens(view: View, offers: Offers): void {
  for (let t = view.first; t < view.last; t += view.stride) offerToken(view, t, offers)
}

export function offerStops(view: View, service: ServiceProgram, offers: Offers): void {
  for (const fault of service.stoppedBy) {
    offers.about(service.index)
    for (let replica = 0; replica < service.replicas; replica += 1)
      if (view.isReplicaUp(service.index, replica)) offers.fault(fault, replica)
  }
}

function offerCuts(view: View, offers: Offers): void {
  if (!view.canStill('partition')) return
  for (const line of view.program.lines) {
    offers.about(line.index)
    CUTS.forEach((half, way) => {
      if (canCut(view, line, half)) offers.fault('partition', way)
    })
  }
}

function offerToken(view: View, token: Token, offers: Offers): void {
  const place = view.place(token)
  offers.about(view.indexOf(token))
  ruleOf(place).offer(view, token, place, offers)
}

function offerScripts(view: View, offers: Offers): void {
  if (view.program.scripts.length === 0) return
  for (let t = view.first; t < view.last; t += view.stride) offerScript(view, t, offers)
}

function offerScript(view: View, token: Token, offers: Offers): void {
  const place = view.place(token)
  if (place.at !== 'script') return
  if (struckBy(view, token, scriptAt(view, place.script), PLACE_RULES) === undefined) return
  offers.about(view.indexOf(token))
  offers.natural()
}

/**
 * What happens first of itself. Most tokens are not the first, which their due time alone says: only those
 * that could be are asked whether they can go on.
 */
function soonestIn(view: View, probe: Offers): Choice | undefined {
  if (view.limit > 0) return undefined
  const { nowUs } = view
  const offers = new Offers(view)
  offerScripts(view, offers)
  let [soonest] = offers.choices
  let soonestUs = soonest === undefined ? Number.POSITIVE_INFINITY : nowUs
  probe.startOver()
  for (let t = view.first; t < view.last && soonestUs > nowUs; t += view.stride) {
    const atUs = Math.max(nowUs, view.dueUs(t))
    if (atUs >= soonestUs) continue
    probe.choices.length = 0
    offerToken(view, t, probe)
    const natural = probe.choices.find((choice) => faultOf(choice) === undefined)
    if (natural === undefined) continue
    const naturalUs = Math.max(nowUs, dueOf(view, t, wayOf(natural)))
    if (naturalUs >= soonestUs) continue
    soonest = natural
    soonestUs = naturalUs
  }
  return soonest
}

/** Nothing more happens of itself: every message handled, every crashed service restarted. */
export function isQuiescent(view: View): boolean {
  const offers = new Offers(view)
  offerScripts(view, offers)
  for (let t = view.first; t < view.last && !offers.hasNatural; t += view.stride)
    offerToken(view, t, offers)
  return !offers.hasNatural
}

/**
 * Takes the choice in the draft: what it does is all in here, what the promises say of it is not. `lastsUs`: until
 * what it breaks is back, where the scenario says so.
 */
export function applyTo(draft: Draft, choice: Choice, lastsUs?: number): void {
  const [fault, index, way] = [faultOf(choice), indexOf(choice), wayOf(choice)]
  if (fault === 'crash' || fault === 'stop-broker') {
    draft.spend(fault)
    crash(draft, index, way, lastsUs)
  } else if (fault === 'partition') {
    draft.spend(fault)
    cutLine(draft, index, CUTS[way], lastsUs)
  } else if (fault === undefined) proceed(draft, draft.tokenAt(index), way)
  else strikeMessage(draft, draft.tokenAt(index), fault, way)
}

/** What happens of itself to the token, at its time. */
function proceed(draft: Draft, token: Token, way: number): void {
  const place = draft.place(token)
  draft.followFrom(token)
  draft.advanceTo(dueOf(draft, token, way))
  if (place.at === 'script') strike(draft, token, scriptAt(draft, place.script))
  else ruleOf(place).proceed(draft, token, place, way)
}

/** A fault that the environment chooses for this message, right now. */
function strikeMessage(draft: Draft, token: Token, fault: FaultKind, way: number): void {
  const place = draft.place(token)
  const rule = ruleOf(place)
  draft.spend(fault)
  draft.followFrom(token)
  switch (fault) {
    case 'lose-request':
    case 'lose-response':
      rule.lose?.(draft, token, place)
      break
    case 'duplicate':
      rule.duplicate?.(draft, token, place)
      break
    case 'delay':
      rule.delay?.(draft, token, place)
      break
    case 'reorder':
      draft.advanceTo(draft.dueUs(token))
      rule.proceed(draft, token, place, way)
      break
    case 'crash':
    case 'stop-broker':
    case 'partition':
      throw new Error(`${fault} happens to no message`)
  }
}

/** A fault of the scenario's list happens, once. */
function strike(draft: Draft, token: Token, script: ScriptProgram): void {
  const choice = struckBy(draft, token, script, PLACE_RULES)
  if (choice === undefined) throw new Error('a fault with nothing to happen to')
  draft.remove(token)
  const { for: lastsMs } = script.fault
  applyTo(draft, choice, lastsMs === undefined ? undefined : lastsMs * 1_000)
}

/** A message that waits in a queue can be delivered at one time, and expires at another. */
export function dueOf(view: View, token: Token, way: number): number {
  return way === EXPIRY ? view.deadlineUs(token) : view.dueUs(token)
}

function scriptAt(view: View, index: number): ScriptProgram {
  return view.program.scripts[index] as ScriptProgram
}

/** The rule of a place. The table is keyed by the place's own kind, which the cast restates. */
function ruleOf(place: Place): PlaceRule<Place['at']> {
  return PLACE_RULES[place.at] as PlaceRule<Place['at']>
}
