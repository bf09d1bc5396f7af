/** `dryrun explore FILE`: tries everything that may happen within the stated faults. */
import type { Exploration } from '../../shared/drivers/explore'
import { exploreShortest } from '../../shared/drivers/explore-shortest'
import { counterexampleOf, faultsTaken } from '../../shared/engine/counterexample'
import { type Searchable, searchable, unreduced } from '../../shared/engine/searchable'
import { exploreText } from './explore-text'
import { parseBudgets } from './fault-budgets'
import { complain, complainAbout, print, printJson } from './output'
import { scenarioNamed } from './scenario-input'
import type { Searched } from './searched'
import { sentences } from './sentences'
import { STATUS, type Status } from './status'
import { stepJson } from './step-json'

interface ExploreOptions {
  readonly faults: string
  readonly keys?: number
  readonly maxStates: number
  readonly maxSeconds: number
  readonly symmetry: boolean
  readonly reduction: boolean
  readonly json?: true
}

export async function explore(file: string, options: ExploreOptions): Promise<Status> {
  const parsed = parseBudgets(options.faults)
  if (!parsed.ok) {
    complain(parsed.message)
    return STATUS.unusable
  }
  const scenario = await scenarioNamed(file)
  if (scenario === undefined) return STATUS.unusable
  const { allowed } = parsed
  const made = searchable(scenario, {
    ...allowed,
    reductions: { symmetry: options.symmetry, reduction: options.reduction },
    ...(options.keys !== undefined && { keys: options.keys }),
  })
  if (!made.ok) {
    complainAbout(file, made.problems)
    return STATUS.unusable
  }
  const exploration = searchAll(made.value, options)
  const counterexamples = exploration.violations.map((violation) => {
    const told = counterexampleOf(violation.searched, violation)
    if (told === undefined) throw new Error('a run was found that cannot be told')
    return told
  })
  const searched = { allowed, searchable: made.value, exploration, counterexamples }
  if (options.json) printJson(exploreJson(searched))
  else print(exploreText(searched))
  return STATUSES[exploration.verdict]
}

const STATUSES: Readonly<Record<Exploration['verdict'], Status>> = {
  holds: STATUS.fine,
  violated: STATUS.broken,
  limit: STATUS.limit,
}

function searchAll(searched: Searchable, options: ExploreOptions): Searched['exploration'] {
  const running = exploreShortest(
    searched,
    (violation) => unreduced(searched, faultsTaken(searched, violation)),
    {
      nowSeconds: () => performance.now() / 1_000,
      statesMax: options.maxStates,
      secondsMax: options.maxSeconds,
    },
  )
  for (;;) {
    const { done, value } = running.next()
    if (done) return value
  }
}

/** The public shape: names and meaning of its fields stay as they are. */
function exploreJson({ allowed, searchable, exploration, counterexamples }: Searched): object {
  const { verdict, states, transitions, depth, seconds, ranOut, isWhole } = exploration
  const sentenceOf = sentences(searchable.timed)
  return {
    verdict,
    faults: allowed.budgets,
    ...(allowed.faultsMax !== undefined && { faultsInAll: allowed.faultsMax }),
    keys: searchable.timed.keys.map(({ name }) => name),
    states,
    transitions,
    depth,
    seconds: Math.round(seconds * 1_000) / 1_000,
    whole: isWhole,
    ...(ranOut.length > 0 && { ranOut }),
    violations: counterexamples.map(({ invariant, order, faults, steps, records }) => ({
      invariant,
      key: order,
      faults: faults.map(({ position: _position, ...fault }) => fault),
      steps: steps.map((step) => stepJson(step, sentenceOf(step))),
      choices: records,
    })),
  }
}
