/**
 * Tries everything: every state that any choices lead to, each once. Knows packed systems, never services,
 * and has no clock of its own.
 *
 * States are visited in the order of the faults that it takes to get there, and of those with equally many
 * in the order of choices. So the first run found that breaks a promise has the fewest faults of all that
 * do, none of which can be dropped, and is the shortest with so few. What one more fault leads to is
 * searched after everything that needs none more: states of equally many faults lie together, nearest first,
 * and the list of states is its own queue.
 *
 * 1. How many faults led to a state is part of it (budgets are variables of the state), so that each state
 *    belongs to one layer.
 * 2. A layer is begun when the one before it is complete.
 */
import { GrowingWords } from '../base/growing-words'
import type { PackedSystem } from '../base/packed-system'
import { WordTable } from '../base/word-table'
import { RecentStates } from './recent-states'

export interface ExploreOptions {
  /** Seconds from any beginning; never goes back. */
  readonly nowSeconds: () => number
  /** How often to report; 0.1 where not given. */
  readonly reportSeconds?: number
  /** More states are not kept. */
  readonly statesMax?: number
  readonly secondsMax?: number
  /** Longer runs are not followed, counted in choices. */
  readonly depthMax?: number
  /** Only this promise is asked about. */
  readonly promise?: number
}

export interface ExploreProgress {
  readonly states: number
  /** Choices followed, those to states known before too. */
  readonly transitions: number
  /** The most choices to a state, of the shortest ways with the fewest faults. */
  readonly depth: number
  /** How many faults are being tried at once. */
  readonly faults: number
  readonly seconds: number
  /** Promises found broken, by number. */
  readonly broken: readonly number[]
  /** What the states and the table that finds them occupy. */
  readonly bytes: number
}

export interface Exploration extends ExploreProgress {
  /** `violated` also where something ran out before the other promises were decided. */
  readonly verdict: 'holds' | 'violated' | 'limit'
  /** Every state that there is was visited and everything that may happen there followed. */
  readonly isWhole: boolean
  /** `states`, `seconds`, `depth`, or limits of the system's own. */
  readonly ranOut: readonly string[]
  readonly violations: readonly Violation[]
}

/** A run that breaks a promise, with the fewest faults and of those the fewest choices. */
export interface Violation {
  readonly promise: number
  readonly faults: number
  /**
   * Every state on the way, the initial one first; each follows from the one before by one choice. The last
   * choice breaks the promise, or leads to where nothing more happens and it is found broken.
   */
  readonly path: readonly Uint32Array[]
}

/** A violation whose way nobody has asked for yet. */
interface Found {
  readonly promise: number
  readonly faults: number
  readonly state: number
  readonly last?: Uint32Array
}

/** States of equally many faults: numbers from `first`, those of depth d up to `ends[d]`. */
interface Layer {
  readonly first: number
  readonly ends: readonly number[]
}

const NO_PARENT = 0xffffffff
/** All bits of what a choice may have to do with. */
const EVERYTHING = 0xffffffff
const STATES_MAX = 0x7fffffff
/** No more steps are passed in one go: where they go round in a circle, a state of it must be kept. */
const ALONE_MAX = 200
/** The clock is read once in so many states. */
const STATES_A_LOOK = 64
const REPORT_SECONDS = 0.1

/** Yields how far it is, every so often. Who stops asking has stopped the search. */
export function* explore(
  system: PackedSystem,
  options: ExploreOptions,
): Generator<ExploreProgress, Exploration> {
  const search = new Search(system, options)
  let layer = yield* search.layer(undefined)
  while (layer !== undefined && !search.isStopped) layer = yield* search.layer(layer)
  return search.result()
}

class Search {
  isStopped = false
  private readonly table: WordTable
  private readonly parents = new GrowingWords()
  /** For each state what the choice to it had to do with; empty where that is not told. */
  private readonly lately = new GrowingWords()
  private readonly recent = new RecentStates()
  private readonly found: Found[] = []
  private readonly ranOut = new Set<string>()
  private readonly startedSeconds: number
  private readonly statesMax: number
  private readonly depthMax: number
  private reportedSeconds = 0
  private untilLook = STATES_A_LOOK
  private transitions = 0
  private depth = 0
  private faults = -1

  constructor(
    private readonly system: PackedSystem,
    private readonly options: ExploreOptions,
  ) {
    this.startedSeconds = options.nowSeconds()
    this.statesMax = Math.min(options.statesMax ?? STATES_MAX, STATES_MAX)
    this.depthMax = options.depthMax ?? Number.POSITIVE_INFINITY
    this.table = new WordTable(system.allowance)
    this.table.add(system.initial, 0, system.initial.length)
    this.parents.push(NO_PARENT)
    if (system.mayGoOn) this.lately.push(EVERYTHING)
  }

  /** All states of one more fault than the layer before, which is complete; undefined: there are none. */
  *layer(before: Layer | undefined): Generator<ExploreProgress, Layer | undefined> {
    this.faults += 1
    const first = before === undefined ? 0 : this.table.size
    const ends: number[] = []
    for (let depth = 0; !this.isStopped; depth += 1) {
      const start = ends[depth - 1] ?? first
      const end = this.table.size
      ends.push(end)
      if (start < end) this.depth = Math.max(this.depth, depth)
      else if (depth >= (before?.ends.length ?? 0)) break
      const isTooDeep = depth >= this.depthMax
      for (let state = start; state < end && !this.isStopped; state += 1) {
        this.follow(state, 'natural', isTooDeep)
        if (this.isTimeToReport()) yield this.progress()
      }
      if (before === undefined) continue
      const beforeEnd = before.ends[depth] ?? 0
      for (
        let state = before.ends[depth - 1] ?? before.first;
        state < beforeEnd && !this.isStopped;
        state += 1
      ) {
        this.follow(state, 'faults', isTooDeep)
        if (this.isTimeToReport()) yield this.progress()
      }
    }
    return first === this.table.size ? undefined : { first, ends }
  }

  /** Takes every choice of a state. */
  private follow(state: number, which: 'natural' | 'faults', isTooDeep: boolean): void {
    const { system, table } = this
    const { choices } = system
    const lately = which === 'faults' && system.mayGoOn ? this.lately.get(state) : EVERYTHING
    system.open(table.chunkOf(state), table.startOf(state), table.endOf(state), which, lately | 0)
    // Where nothing ever began there is no end either: the initial state is not asked.
    if (which === 'natural' && choices.length === 0 && state > 0)
      for (const promise of system.brokenAtRest()) this.violated(promise, state)
    if (isTooDeep && choices.length > 0) {
      this.ranOut.add('depth')
      return
    }
    for (let at = 0; at < choices.length && !this.isStopped; at += 1) {
      system.take(choices.at(at))
      this.transitions += 1
      if (system.limit !== undefined) {
        this.ranOut.add(system.limit)
        continue
      }
      for (const promise of system.broken)
        this.violated(promise, state, system.next.slice(0, system.nextEnd))
      // A run that is found ends where the promise broke, not further on.
      if (system.broken.length > 0) this.keep(state, which)
      else this.arrive(state, which)
    }
  }

  /**
   * Keeps where a choice led to, or where that goes on to alone. What is passed on the way is not kept: so
   * every state that is kept has all its choices tried, and on no circle of states anything is left waiting.
   */
  private arrive(from: number, which: 'natural' | 'faults'): void {
    const { system, table, recent } = this
    if (!system.mayGoOn) {
      this.keep(from, which)
      return
    }
    if (table.find(system.next, 0, system.nextEnd) >= 0) return
    let steps = 0
    while (steps < ALONE_MAX && !recent.has(system.next, system.nextEnd) && system.goOn())
      steps += 1
    if (!recent.isKnown) this.keep(from, which)
    recent.remember()
  }

  /** Keeps the state reached unless it is known, or there is no room. */
  private keep(from: number, which: 'natural' | 'faults'): void {
    const { next, nextEnd, mayGoOn, concerned } = this.system
    if (this.table.size >= this.statesMax && this.table.find(next, 0, nextEnd) < 0) {
      this.ranOut.add('states')
      this.isStopped = true
    } else if (this.table.add(next, 0, nextEnd)) {
      this.parents.push(from)
      // Two faults that have nothing to do with one another are not both left out.
      if (mayGoOn) this.lately.push(which === 'natural' ? concerned >>> 0 : EVERYTHING)
    }
  }

  /** @param last where a choice of the state leads to that breaks it; undefined: it is broken at rest there. */
  private violated(promise: number, state: number, last?: Uint32Array): void {
    const { promise: only } = this.options
    if (only !== undefined && promise !== only) return
    if (this.found.some((one) => one.promise === promise)) return
    this.found.push({ promise, faults: this.faults, state, ...(last !== undefined && { last }) })
    const asked = only === undefined ? this.system.promises : 1
    if (this.found.length === asked) this.isStopped = true
  }

  private pathTo(state: number): readonly Uint32Array[] {
    const kept: Uint32Array[] = []
    for (let at = state; at !== NO_PARENT; at = this.parents.get(at))
      kept.push(this.table.copyOf(at))
    return kept.reverse().flatMap((to, at, path) => {
      const from = path[at - 1]
      return from === undefined ? [to] : [...this.system.passed(from, to), to]
    })
  }

  /** The way to a state and on by the one choice that breaks it. */
  private endedBy(path: readonly Uint32Array[], last: Uint32Array): readonly Uint32Array[] {
    const [from] = path.slice(-1)
    if (from === undefined || !this.system.mayGoOn) return [...path, last]
    return [...path, ...this.system.passed(from, last), last]
  }

  /** Reads the clock now and then; stops the search whose time is up. */
  private isTimeToReport(): boolean {
    this.untilLook -= 1
    if (this.untilLook > 0) return false
    this.untilLook = STATES_A_LOOK
    const seconds = this.seconds()
    if (seconds >= (this.options.secondsMax ?? Number.POSITIVE_INFINITY)) {
      this.ranOut.add('seconds')
      this.isStopped = true
    }
    if (seconds - this.reportedSeconds < (this.options.reportSeconds ?? REPORT_SECONDS))
      return false
    this.reportedSeconds = seconds
    return true
  }

  private seconds(): number {
    return this.options.nowSeconds() - this.startedSeconds
  }

  private progress(): ExploreProgress {
    return {
      states: this.table.size,
      transitions: this.transitions,
      depth: this.depth,
      faults: Math.max(0, this.faults),
      seconds: this.seconds(),
      broken: this.found.map(({ promise }) => promise),
      bytes: this.table.bytes + this.parents.bytes + this.lately.bytes + (this.system.bytes ?? 0),
    }
  }

  result(): Exploration {
    const isViolated = this.found.length > 0
    const isWhole = !this.isStopped && this.ranOut.size === 0
    return {
      ...this.progress(),
      verdict: isViolated ? 'violated' : isWhole ? 'holds' : 'limit',
      isWhole,
      ranOut: [...this.ranOut],
      violations: this.found.map(({ promise, faults, state, last }) => {
        const path = this.pathTo(state)
        const whole = last === undefined ? path : this.endedBy(path, last)
        return { promise, faults, path: whole.map((words) => this.system.shown?.(words) ?? words) }
      }),
    }
  }
}
