/** What a load did, for a person at a terminal: a row a service, then the customer's view, then who is short. */
import type { LoadReport, Times } from '../../shared/engine/load/load-report'
import type { Scenario } from '../../shared/scenario/scenario'
import { textIn } from '../../shared/scenario/text'
import { columns } from './table'

export interface LoadCall {
  /** Orders a second. */
  readonly rate: number
  /** Virtual seconds. */
  readonly duration: number
  readonly seed: number
}

export function loadText(scenario: Scenario, call: LoadCall, report: LoadReport): string {
  const { rate, duration, seed } = call
  return [
    `${textIn(scenario.title, 'en')}, ${rate} orders a second for ${duration} s, seed ${seed}`,
    `Measured over ${report.seconds} s: the first tenth is left out, while queues fill.`,
    '',
    ...serviceTable(scenario, report),
    '',
    ...customerTable(report),
    '',
    ...endings(report),
    ...bottleneckOf(scenario, report),
  ].join('\n')
}

function serviceTable(scenario: Scenario, { services }: LoadReport): readonly string[] {
  const head = [
    'service',
    'workers',
    'busy',
    'a second',
    'queue',
    'max',
    'wait ms',
    'p95',
    'p99',
    'response ms',
    'p95',
    'p99',
    'errors',
    'timeouts',
    'retries',
  ]
  const rows = Object.entries(services).map(([id, one]) => [
    nameOf(scenario, id),
    one.workers === null ? 'any' : String(one.workers),
    one.workers === null ? one.busy.toFixed(2) : `${(100 * one.utilisation).toFixed(1)}%`,
    one.throughput.toFixed(2),
    one.queue.mean.toFixed(2),
    String(one.queue.max),
    ...timeCells(one.wait),
    ...timeCells(one.response),
    String(one.errors),
    String(one.timeouts),
    String(one.retries),
  ])
  return columns([head, ...rows], { right: head.map((_, at) => at).slice(1) })
}

const timeCells = ({ mean, p95, p99 }: Times): readonly string[] =>
  [mean, p95, p99].map((ms) => ms.toFixed(1))

function customerTable({ response, settled }: LoadReport): readonly string[] {
  const row = (name: string, { mean, p50, p95, p99 }: Times) => [
    name,
    ...[mean, p50, p95, p99].map((ms) => ms.toFixed(1)),
  ]
  const head = ['orders, ms', 'mean', 'p50', 'p95', 'p99']
  return columns([head, row('until the answer', response), row('until all is done', settled)], {
    right: [1, 2, 3, 4],
  })
}

function endings(report: LoadReport): readonly string[] {
  const { arrivals, completed, unfinished, errors, limit, lost } = report
  const lines = [
    `${arrivals} orders came, ${completed} were done with, ${unfinished} were still under way; ${errors} answers were errors, or did not come in time.`,
  ]
  if (limit !== undefined)
    lines.push(`Stopped early: the limit of ${limit} was reached first. Ask for less.`)
  for (const [name, count] of Object.entries(lost))
    lines.push(`${count} orders were not followed to their end: they met the limit of ${name}.`)
  return lines
}

function bottleneckOf(scenario: Scenario, report: LoadReport): readonly string[] {
  const { bottleneck, saturated } = report
  if (bottleneck === null) return ['Nobody had to wait: no service says how many workers it has.']
  const share = `${(100 * (report.services[bottleneck]?.utilisation ?? 0)).toFixed(1)}%`
  const name = nameOf(scenario, bottleneck)
  if (!saturated) return [`Bottleneck: ${name}, ${share} busy.`]
  return [`Bottleneck: ${name}, ${share} busy: it cannot keep up, and what waits for it grows.`]
}

function nameOf(scenario: Scenario, id: string): string {
  const service = scenario.services.find((one) => one.id === id)
  return service === undefined ? id : textIn(service.name, 'en')
}
