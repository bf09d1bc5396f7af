/**
 * The searches that the checks of a drill need, each made once: checks that break the same things for the
 * same customers are decided by one search of all their promises.
 */

import type { ExploreProgress } from '../drivers/explore'
import { exploreShortest, type FoundIn } from '../drivers/explore-shortest'
import { counterexampleOf, faultsTaken } from '../engine/counterexample'
import { type Searchable, searchable, unreduced } from '../engine/searchable'
import type { FaultBudgets } from '../engine/searched-faults'
import type { Invariant, Scenario } from '../scenario/scenario'
import type { Text } from '../scenario/text'
import type { ExploreCheck } from './behaviour'
import type { Cast } from './cast'
import type { Check } from './check'
import type { PlainBoard } from './plain-words'
import { inWordsOf } from './promise'
import { failed, passed, skipped, type Verdict } from './result'
import { told } from './run-check'
import { variantOf } from './variant'

export const STATES_MAX = 2_000_000
export const SECONDS_MAX = 60
/** A run to watch need not be the shortest: nobody waits longer for it than for the verdict. */
export const SHORTER_STATES_MAX = 10_000

interface Asked extends ExploreCheck {
  readonly id: string
  readonly title: Text
  readonly needs: readonly string[]
}

/** What one search, with one budget, says about each check that it was made for. */
type Said = ReadonlyMap<string, Verdict>

export class Searches {
  private readonly done = new Map<string, Said>()
  private readonly asked: readonly Asked[]

  constructor(
    private readonly cast: Cast,
    private readonly plain: PlainBoard,
    checks: readonly Check[],
    private readonly nowSeconds: () => number,
  ) {
    this.asked = checks.flatMap((check) =>
      'explore' in check
        ? [{ ...check.explore, id: check.id, title: check.title, needs: check.needs ?? [] }]
        : [],
    )
  }

  /** The worst of what its budgets show: broken before undecided before kept. */
  *verdict(id: string): Generator<ExploreProgress, Verdict> {
    const asked = this.asked.find((one) => one.id === id)
    if (asked === undefined) throw new Error(`no search for ${id}`)
    let states = 0
    let undecided: Verdict | undefined
    for (const budgets of asked.faults) {
      const said = yield* this.search(asked, budgets)
      const verdict = said.get(id) ?? skipped({ why: 'limit', ranOut: '', states: 0 })
      if (verdict.status === 'failed') return verdict
      if (verdict.status === 'skipped') undecided ??= verdict
      if (verdict.why?.why === 'holds') states += verdict.why.states
    }
    const faults = asked.faults.map(budgetText).join('; ')
    return undecided ?? passed({ why: 'holds', states, faults })
  }

  private *search(asked: Asked, budgets: FaultBudgets): Generator<ExploreProgress, Said> {
    const key = keyOf(asked, budgets)
    const known = this.done.get(key)
    if (known !== undefined) return known
    const together = this.asked.filter((one) =>
      one.faults.some((other) => keyOf(one, other) === key),
    )
    const said = yield* this.made(together, budgets)
    this.done.set(key, said)
    return said
  }

  private *made(
    together: readonly Asked[],
    budgets: FaultBudgets,
  ): Generator<ExploreProgress, Said> {
    const first = together[0]
    const invariants = together.map((one) => promiseOf(this.plain, one))
    const varied = variantOf(this.cast, this.plain, { given: first?.given, invariants })
    const all = (verdict: Verdict): Said => new Map(together.map(({ id }) => [id, verdict]))
    if (!varied.ok) return all(failed(varied.why))
    const ready = searchable(varied.scenario, { budgets })
    if (!ready.ok) return all(failed({ why: 'doesNotRun', problem: told(ready.problems) }))
    const { value: made } = ready
    const found = yield* exploreShortest(
      made,
      (violation) => unreduced(made, faultsTaken(made, violation)),
      {
        nowSeconds: this.nowSeconds,
        statesMax: Math.max(...together.map((one) => one.statesMax ?? STATES_MAX)),
        secondsMax: Math.max(...together.map((one) => one.secondsMax ?? SECONDS_MAX)),
        shorterStatesMax: SHORTER_STATES_MAX,
        isWanted: (violation, all) => {
          // A check that needs another that is broken too will not be told: its run is nobody's.
          const needs = together[violation.promise]?.needs ?? []
          return !all.some(({ promise }) => needs.includes(together[promise]?.id ?? ''))
        },
      },
    )
    const broken = new Map(
      found.violations.map((violation) => brokenBy(violation, varied.scenario)),
    )
    const { isWhole, states, ranOut } = found
    const kept: Verdict = isWhole
      ? passed({ why: 'holds', states, faults: budgetText(budgets) })
      : skipped({ why: 'limit', ranOut: ranOut.join(', '), states })
    return new Map(together.map(({ id }) => [id, broken.get(id) ?? kept]))
  }
}

function brokenBy(violation: FoundIn<Searchable>, scenario: Scenario): readonly [string, Verdict] {
  const run = counterexampleOf(violation.searched, violation)
  if (run === undefined) throw new Error('a run was found that cannot be told')
  const { invariant, order, faults, records, steps } = run
  const { isShortest } = violation
  const why = {
    why: 'broken',
    key: order,
    faults,
    steps: steps.length,
    ...(!isShortest && { searched: SHORTER_STATES_MAX }),
  } as const
  return [invariant, failed(why, { scenario, choices: records, position: steps.length })]
}

function promiseOf(plain: PlainBoard, asked: Asked): Invariant {
  const { id, title } = asked
  const about = { id, title }
  return asked.always === undefined
    ? { ...about, finally: inWordsOf(plain, asked.finally ?? 'true') }
    : { ...about, always: inWordsOf(plain, asked.always) }
}

function keyOf({ given, statesMax, secondsMax }: Asked, budgets: FaultBudgets): string {
  return JSON.stringify([given ?? {}, budgetText(budgets), statesMax, secondsMax])
}

/** `crash=1, duplicate=1`, as on the command line. */
function budgetText(budgets: FaultBudgets): string {
  const named = Object.entries(budgets).filter(([, count]) => (count ?? 0) > 0)
  return named.map(([kind, count]) => `${kind}=${count}`).join(',') || 'none'
}
