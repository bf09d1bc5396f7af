/** What holds of the review whatever is drawn: of hundreds of random scenarios. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compile } from '../../src/shared/engine/compile'
import { findingKey } from '../../src/shared/review/finding'
import { readingOf } from '../../src/shared/review/reading/reading'
import { reviewScenario } from '../../src/shared/review/review'
import { commitEdit, editedFrom, undo } from '../../src/shared/scenario/history'
import { parseScenario } from '../../src/shared/scenario/parse'
import { printScenario } from '../../src/shared/scenario/print'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { scenarios } from '../support/arbitraries'

const RUNS = { numRuns: 150 }

test('the same drawing gets the same findings in the same order, each told once', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const findings = reviewScenario(scenario)
      expect(reviewScenario(structuredClone(scenario))).toEqual(findings)
      const keys = findings.map(findingKey)
      expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
    }),
    RUNS,
  )
})

test('every fix takes its finding away, leaves a file that can be read and run, and can be undone', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      for (const finding of reviewScenario(scenario)) {
        if (!finding.fix) continue
        const edited = finding.fix.reduce(
          (before, edit) => commitEdit(before, edit, 'fix'),
          editedFrom(scenario),
        )
        const left = reviewScenario(edited.scenario).map(findingKey)
        expect(left).not.toContain(findingKey(finding))
        expect(problemsOf(edited.scenario)).toEqual([])
        if (compile(scenario).ok) expect(compile(edited.scenario).ok).toBe(true)
        expect(undo(edited).scenario).toEqual(scenario)
      }
    }),
    RUNS,
  )
})

function problemsOf(scenario: Scenario) {
  const parsed = parseScenario(printScenario(scenario))
  return parsed.ok ? [] : parsed.problems
}

test('calls and queues are read as the engine compiles them', () => {
  fc.assert(
    fc.property(scenarios(), (scenario) => {
      const compiled = compile(scenario)
      fc.pre(compiled.ok)
      if (!compiled.ok) return
      const { ops, lines, queues } = compiled.value
      const run = new Set(
        ops.flatMap((op) =>
          op.op === 'call'
            ? [
                JSON.stringify([
                  lines[op.line]?.id,
                  op.message,
                  Math.round(op.timeoutUs / 1000),
                  op.retries,
                  op.idempotencyKey,
                ]),
              ]
            : [],
        ),
      )
      const { calls, deliveries } = readingOf(scenario)
      const read = calls.map((call) =>
        JSON.stringify([call.line.id, call.message, call.timeoutMs, call.retries, call.isKeyed]),
      )
      // Handlers that nothing reaches are read, and not compiled.
      expect([...run].filter((one) => !read.includes(one))).toEqual([])
      const runQueues = new Map(queues.map((queue) => [queueName(queue), queueWords(queue)]))
      for (const { queue } of deliveries) {
        const words = queueWords(queue)
        expect(runQueues.get(queueName(queue)) ?? words).toBe(words)
      }
    }),
    RUNS,
  )
})

interface QueueWords {
  readonly name: string
  readonly broker?: number
  readonly flavor: string
  readonly maxDeliveries: number
  readonly ackBefore: boolean
  readonly partitions: number
}

function queueName({ name, broker }: QueueWords): string {
  return `${broker} ${name}`
}

function queueWords({ name, flavor, maxDeliveries, ackBefore, partitions }: QueueWords): string {
  return [name, flavor, maxDeliveries, ackBefore, partitions].join(' ')
}
