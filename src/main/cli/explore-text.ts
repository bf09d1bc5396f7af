/** What a search found, for a person at a terminal: the verdict, what was searched, then the runs found. */
import type { Counterexample } from '../../shared/engine/counterexample'
import { leavesBrokersUp } from '../../shared/engine/searched-faults'
import type { Scenario } from '../../shared/scenario/scenario'
import { textIn } from '../../shared/scenario/text'
import { budgetsText } from './fault-budgets'
import type { Searched } from './searched'
import { sentences } from './sentences'
import { columns } from './table'

export function exploreText(searched: Searched): string {
  const { counterexamples } = searched
  return [
    verdict(searched),
    what(searched),
    ...notSearched(searched),
    '',
    ...columns(promises(searched)),
    ...counterexamples.flatMap((one) => ['', ...story(searched, one)]),
  ].join('\n')
}

function verdict({ exploration, searchable }: Searched): string {
  const broken = exploration.violations.length
  const promised = searchable.timed.invariants.length
  switch (exploration.verdict) {
    case 'violated':
      return `VIOLATED: ${broken} of ${counted(promised, 'promise', 'promises')} can be broken.`
    case 'holds':
      return promised === 0
        ? 'HOLDS: nothing was promised.'
        : `HOLDS: ${promised === 1 ? 'the promise is' : `all ${promised} promises are`} kept, whatever happens within these faults.`
    case 'limit':
      return `LIMIT: no promise was broken, but not everything was tried: ${ranOut(exploration.ranOut)}.`
  }
}

function what({ exploration, allowed, searchable }: Searched): string {
  const { states, transitions, depth, seconds, isWhole } = exploration
  const keys = counted(searchable.timed.keys.length, 'order', 'orders')
  const extent = isWhole ? 'the whole space' : 'part of the space'
  const searched = [
    counted(states, 'state', 'states'),
    counted(transitions, 'transition', 'transitions'),
    `depth ${depth}`,
    `${seconds.toFixed(seconds < 10 ? 2 : 0)} s`,
  ]
  return `Searched ${extent} with ${keys} and at most ${budgetsText(allowed)}: ${searched.join(', ')}.`
}

function notSearched({ allowed, searchable }: Searched): readonly string[] {
  if (!leavesBrokersUp(searchable.scenario, allowed.budgets)) return []
  return ['Brokers that are not drawn stayed up: stop-broker=1 stops them as well.']
}

const LIMIT_TEXTS: Readonly<Record<string, string>> = {
  states: 'the limit of states was reached (--max-states)',
  seconds: 'the time was up (--max-seconds)',
  depth: 'the limit of depth was reached',
}

/** A limit of the engine's own is what it is called. */
function ranOut(names: readonly string[]): string {
  return names
    .map((name) => LIMIT_TEXTS[name] ?? `a run needs more ${name} than a state has room for`)
    .join('; ')
}

function promises({ searchable, exploration, counterexamples }: Searched) {
  return searchable.timed.invariants.map(({ id, title }) => {
    const broken = counterexamples.find(({ invariant }) => invariant === id)
    const open = exploration.isWhole ? 'holds' : 'undecided'
    const how = broken === undefined ? '' : faultsText(broken)
    return [broken === undefined ? open : 'BROKEN', textIn(title, 'en'), how]
  })
}

function faultsText({ order, faults }: Counterexample): string {
  const named = faults.map(({ kind, service, connection, half }) =>
    [kind, connection ?? service, ...(half === undefined ? [] : [`(${half}'s half)`])].join(' '),
  )
  return `${order}, ${named.length === 0 ? 'without any fault' : named.join(', ')}`
}

/** One run, a step a line, its faults marked. */
function story({ searchable }: Searched, told: Counterexample): readonly string[] {
  const sentenceOf = sentences(searchable.timed)
  const struck = new Map(told.faults.map(({ position, kind }) => [position + 1, kind]))
  const rows = told.steps.map((step) => [
    struck.has(step.seq) || step.kind === 'invariant.violated' ? '!' : '',
    String(step.seq),
    sentenceOf(step),
    struck.get(step.seq) ?? '',
  ])
  const head = `${titleOf(searchable.scenario, told.invariant)}: ${faultsText(told)}`
  return [head, ...columns(rows, { right: [1] })]
}

function titleOf(scenario: Scenario, id: string): string {
  const found = (scenario.invariants ?? []).find((invariant) => invariant.id === id)
  return found === undefined ? id : textIn(found.title, 'en')
}

/** Thousands set apart by hand: the first number that a Node formats costs as much as a small search. */
function counted(count: number, one: string, many: string): string {
  const grouped = String(count).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${grouped} ${count === 1 ? one : many}`
}
