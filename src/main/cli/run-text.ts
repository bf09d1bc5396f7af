/** A run for a person at a terminal: the steps as a table, then what came of them. */
import type { RunReport } from '../../shared/engine/report'
import type { Step } from '../../shared/engine/step'
import type { Scenario } from '../../shared/scenario/scenario'
import { textIn } from '../../shared/scenario/text'
import { columns } from './table'

interface RunText {
  readonly scenario: Scenario
  readonly seed: number
  readonly steps: readonly Step[]
  readonly end: 'quiescent' | 'limit'
  readonly report: RunReport
  readonly sentenceOf: (step: Step) => string
}

export function runText({ scenario, seed, steps, end, report, sentenceOf }: RunText): string {
  const count = steps.length
  const counted = `${count} ${count === 1 ? 'step' : 'steps'}`
  const ending =
    end === 'quiescent'
      ? `Ended after ${counted}: nothing more can happen.`
      : `Stopped after ${counted}: the limit of ${report.limit ?? 'steps'} was reached first.`
  return [
    `${textIn(scenario.title, 'en')}, seed ${seed}`,
    '',
    ...stepTable(steps, sentenceOf),
    '',
    ...section(
      'Rows',
      byOrder(report.rows, (entity, status) => `${entity} ${status}`),
    ),
    ...section(
      'Effects',
      byOrder(report.effects, (effect, times) => `${effect} ${times}`),
    ),
    ...section('Replies', replies(report)),
    ...section('Promises', promises(scenario, report)),
    ending,
  ].join('\n')
}

/** Virtual time in milliseconds, always with three decimals: a run is in whole microseconds. */
const milliseconds = (atUs: number): string => (atUs / 1_000).toFixed(3)

function stepTable(steps: readonly Step[], sentenceOf: (step: Step) => string): readonly string[] {
  const head = ['step', 'at ms', 'cause', 'what happened']
  const rows = steps.map((step) => [
    String(step.seq),
    milliseconds(step.atUs),
    step.cause === undefined ? '' : String(step.cause),
    sentenceOf(step),
  ])
  return columns([head, ...rows], { right: [0, 1, 2] })
}

/** Nothing at all where there is nothing to list. */
function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  return rows.length === 0 ? [] : [title, ...columns(rows).map((row) => `  ${row}`), '']
}

function byOrder<Value>(
  table: Readonly<Record<string, Readonly<Record<string, Value>>>>,
  phrase: (name: string, value: Value) => string,
): readonly (readonly string[])[] {
  return Object.entries(table).map(([order, cells]) => [
    order,
    Object.entries(cells)
      .map(([name, value]) => phrase(name, value))
      .join(', '),
  ])
}

function replies({ told }: RunReport): readonly (readonly string[])[] {
  return Object.entries(told).map(([key, words]) => [
    key,
    words.map((word) => (word === '' ? 'no answer' : String(word))).join(', '),
  ])
}

function promises(scenario: Scenario, { invariants }: RunReport): readonly (readonly string[])[] {
  const titles = new Map(
    (scenario.invariants ?? []).map((invariant) => [invariant.id, textIn(invariant.title, 'en')]),
  )
  return invariants.map(({ id, status, seq, key, values }) => [
    status === 'holds' ? 'holds' : 'BROKEN',
    titles.get(id) ?? id,
    status === 'holds' ? '' : reason({ seq, key, values }),
  ])
}

interface Reason {
  readonly seq: number | undefined
  readonly key: string | undefined
  readonly values: Readonly<Record<string, string | number>> | undefined
}

function reason({ seq, key, values = {} }: Reason): string {
  const where = [seq === undefined ? '' : `step ${seq}`, key ?? ''].filter((part) => part !== '')
  const what = Object.entries(values).map(([name, value]) => `${name} = ${value}`)
  return [where.join(', '), what.join(', ')].filter((part) => part !== '').join(': ')
}
