/** What the review says of the built-in scenarios: their flaws are what they teach. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { type Finding, findingKey } from '../../src/shared/review/finding'
import { reviewScenario } from '../../src/shared/review/review'
import { applyEdit } from '../../src/shared/scenario/edits'
import { parseScenario } from '../../src/shared/scenario/parse'
import type { Scenario } from '../../src/shared/scenario/scenario'

const template = (name: string): Scenario => {
  const parsed = parseScenario(readFileSync(`resources/templates/${name}.dryrun.json`, 'utf8'))
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'))
  return parsed.value
}
const said = (scenario: Scenario) =>
  reviewScenario(scenario).map(({ rule, things }) => `${rule}: ${things[0]}`)

test('three services: no key, no outbox, no way back, and a notice too early', () => {
  expect(said(template('three-services'))).toEqual([
    'redelivery-repeats-effect: notifications',
    'redelivery-repeats-effect: charging',
    'dual-write: orders',
    'told-too-early: notifications',
    'no-way-back: charging',
  ])
})

test('five services: the same, and two ways to the card', () => {
  expect(said(template('five-services'))).toEqual([
    'redelivery-repeats-effect: notifications',
    'redelivery-repeats-effect: charging',
    'double-trigger: charging',
    'dual-write: orders',
    'told-too-early: notifications',
    'no-way-back: charging',
    'half-done: orders',
  ])
})

test('orchestrated: an orchestrator that remembers nothing and takes nothing back', () => {
  expect(said(template('orchestrated'))).toEqual([
    'half-done: orchestrator',
    'orchestrator-without-memory: orchestrator',
  ])
})

test('pressing Fix as long as there is one leaves three services without a danger', () => {
  let scenario = template('three-services')
  const isFixable = ({ fix }: Finding) => fix !== undefined
  const pressed: string[] = []
  for (let next = reviewScenario(scenario).find(isFixable); next; ) {
    pressed.push(findingKey(next))
    scenario = (next.fix ?? []).reduce(applyEdit, scenario)
    next = reviewScenario(scenario).find(isFixable)
    expect(pressed.length).toBeLessThan(20)
  }
  expect(pressed).toHaveLength(3)
  expect(said(scenario)).toEqual(['told-too-early: notifications', 'no-way-back: charging'])
})

test.each(['three-services-reliable', 'five-services-reliable', 'orchestrated-reliable'])(
  '%s has nothing doubtful about it',
  (name) => {
    expect(said(template(name))).toEqual([])
  },
)

test.each([
  ['dual-write', 'dual-write'],
  ['at-most-once', 'ack-before'],
  ['idempotency-key', 'retry-without-key'],
  ['kafka-replay', 'redelivery-repeats-effect'],
  ['retry-storm', 'inverted-timeouts'],
  ['retry-storm', 'retries-at-several-layers'],
])('the study %s is found out: %s', (name, rule) => {
  expect(reviewScenario(template(name)).map((one) => one.rule)).toContain(rule)
})

test.each(['outbox', 'competing-consumers'])('the study %s shows how it is done', (name) => {
  expect(said(template(name))).toEqual([])
})

test.each(['monolith', 'layered', 'onion', 'microservices'])(
  'the style %s is drawn as it is meant: nothing doubtful about it',
  (name) => {
    expect(said(template(name))).toEqual([])
  },
)

test('two edges tell layers from an onion: what is right in one is wrong in the other', () => {
  const knows = (name: string, from: string, to: string) =>
    reviewScenario(
      applyEdit(template(name), {
        edit: 'addConnection',
        connection: { id: 'edge', from, to, protocol: 'dependency' },
      }),
    ).map(({ rule }) => rule)
  // The application knows the SQL repository.
  expect(knows('layered', 'rules', 'repository')).toEqual([])
  expect(knows('onion', 'place', 'sql')).toContain('outward-dependency')
  // The outermost knows the innermost, past everything between.
  expect(knows('layered', 'pages', 'ordersDb')).toEqual(['layer-skipped'])
  expect(knows('onion', 'web', 'model')).toEqual([])
})
