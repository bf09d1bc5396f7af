/**
 * A search that leaves out what makes no difference finds every promise that can be broken, with the fewest
 * faults, but not always by the shortest run: steps that concern nobody are taken when they come. So each run
 * found is looked for once more without leaving anything out, among runs of no more faults of each kind and
 * no more choices: far fewer than there are in all.
 */
import type { PackedSystem } from '../base/packed-system'
import {
  type Exploration,
  type ExploreOptions,
  type ExploreProgress,
  explore,
  type Violation,
} from './explore'

/** Something that was searched: whoever tells a run of it must know what it is a run of. */
export interface Searched {
  readonly system: PackedSystem
}

export interface FoundIn<Whole extends Searched> extends Violation {
  readonly searched: Whole
  /** No other run with so few faults is shorter; otherwise nobody has looked long enough to know. */
  readonly isShortest: boolean
}

export interface ShortestExploration<Whole extends Searched>
  extends Omit<Exploration, 'violations'> {
  readonly violations: readonly FoundIn<Whole>[]
}

/** More states are not worth a shorter run. */
const STATES_MAX = 200_000

export interface ShortestOptions extends ExploreOptions {
  /** So many states at most are searched for a shorter run; 200,000 where not given. */
  readonly shorterStatesMax?: number
  /** Of which of the promises that were broken a shorter run is looked for; of all where not given. */
  readonly isWanted?: (violation: Violation, all: readonly Violation[]) => boolean
}

/**
 * @param unreduced what to search for a shorter run than this one: the same system with nothing left out, in
 *   which no more faults happen than in this run; undefined where nothing was left out.
 */
export function* exploreShortest<Whole extends Searched>(
  searched: Whole,
  unreduced: (violation: Violation) => Whole | undefined,
  options: ShortestOptions,
): Generator<ExploreProgress, ShortestExploration<Whole>> {
  const exploration = yield* explore(searched.system, options)
  const { isWanted } = options
  const violations: FoundIn<Whole>[] = []
  for (const violation of exploration.violations) {
    const whole = unreduced(violation)
    const found = { ...violation, searched, isShortest: whole === undefined }
    const isLookedFor = isWanted?.(violation, exploration.violations) ?? true
    violations.push(
      whole === undefined || !isLookedFor
        ? found
        : yield* shortest(found, whole, options, exploration),
    )
  }
  return { ...exploration, violations }
}

/** Reports what was found before: how far this one is says nothing to anybody. */
function* shortest<Whole extends Searched>(
  found: FoundIn<Whole>,
  searched: Whole,
  { nowSeconds, shorterStatesMax = STATES_MAX }: ShortestOptions,
  before: ExploreProgress,
): Generator<ExploreProgress, FoundIn<Whole>> {
  const { promise, path } = found
  const running = explore(searched.system, {
    nowSeconds,
    statesMax: shorterStatesMax,
    depthMax: path.length - 1,
    promise,
  })
  for (;;) {
    const { done, value } = running.next()
    if (!done) {
      yield before
      continue
    }
    const [again] = value.violations
    return again === undefined ? found : { ...again, searched, isShortest: true }
  }
}
