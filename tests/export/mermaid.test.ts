import fc from 'fast-check'
import { expect, test } from 'vitest'
import { simulate } from '../../src/main/cli/simulate'
import { mermaidFlowchart, mermaidSequence, mermaidText } from '../../src/shared/export/mermaid'
import type { Scenario } from '../../src/shared/scenario/scenario'
import { everyProtocol } from '../support/drawing-samples'
import { threeServices } from '../support/three-services'

/** A label: letters, digits, spaces and entity codes, which are all that a name may put into the text. */
const LABEL = String.raw`(?:[\p{L}\p{N} ]|#\d+;)+`
const BOXES = String.raw`\["${LABEL}"\]|\[\("${LABEL}"\)\]|\[\["${LABEL}"\]\]|\(\["${LABEL}"\]\)`
const FLOWCHART = new RegExp(
  `^(?:flowchart LR|  subgraph z\\d+\\["${LABEL}"\\]|  end| {2,4}s\\d+(?:${BOXES})|  s\\d+ (?:-->|-\\.->|<-->)\\|"${LABEL}"\\| s\\d+)$`,
  'u',
)
const SEQUENCE = new RegExp(
  `^(?:sequenceDiagram|  participant p\\d+ as ${LABEL}|  p\\d+(?:->>|-->>|-x)p\\d+: ${LABEL}|  Note over p\\d+: ${LABEL})$`,
  'u',
)

function named(scenario: Scenario, name: string): Scenario {
  const word = name === '' ? 'x' : name
  return {
    ...scenario,
    services: scenario.services.map((service) => ({ ...service, name })),
    connections: scenario.connections.map((line) => ({ ...line, label: name, operation: word })),
    zones: [
      {
        id: 'z',
        kind: 'boundary',
        name,
        position: { x: -500, y: -500 },
        size: { width: 5_000, height: 5_000 },
      },
    ],
  }
}

const linesOf = (text: string) => text.trimEnd().split('\n')

function stepsOf(scenario: Scenario) {
  const simulated = simulate(scenario, { seed: 1, stepsMax: 60 })
  if (!simulated.ok) throw new Error(simulated.problems[0]?.message)
  return simulated.value.trace.steps
}

const HOSTILE = ['"]\n  click s0 "javascript:alert(1)"', 'end', '', '%%{init: {}}%%', '`**md**`']
const names = fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', maxLength: 30 }))

test('no name can write a statement into a flowchart', () => {
  fc.assert(
    fc.property(names, (name) => {
      const text = mermaidFlowchart(named(everyProtocol, name), { language: 'en' })
      expect(linesOf(text).filter((line) => !FLOWCHART.test(line))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('no name can write a statement into a sequence diagram', () => {
  const steps = stepsOf(threeServices)
  fc.assert(
    fc.property(names, (name) => {
      const said = steps.map((step) => ({ ...step, message: name, key: name, order: name }))
      const text = mermaidSequence(said as typeof steps, named(threeServices, name), {
        language: 'en',
      })
      expect(linesOf(text).filter((line) => !SEQUENCE.test(line))).toEqual([])
    }),
    { numRuns: 50 },
  )
})

test('a flowchart has every service and every line of the drawing', () => {
  const text = mermaidFlowchart(threeServices, { language: 'ru' })
  expect(text).toContain('s1["Заказы"]')
  expect(linesOf(text).filter((line) => line.includes('|"'))).toHaveLength(
    threeServices.connections.length,
  )
})

test('only what is selected comes, with the lines between', () => {
  const only = new Set(['client', 'orders'])
  const lines = linesOf(mermaidFlowchart(threeServices, { language: 'en', only }))
  expect(lines).toEqual([
    'flowchart LR',
    '  s0(["Client"])',
    '  s1["Orders"]',
    '  s0 -->|"POST #47;orders"| s1',
  ])
})

test('a sequence diagram ends at the step asked for', () => {
  const steps = stepsOf(threeServices)
  const text = mermaidSequence(steps, threeServices, { language: 'en', position: 2 })
  expect(linesOf(text).filter((line) => line.includes('->'))).toHaveLength(1)
})

test('letters of any script stay as they are', () => {
  expect(mermaidText('Заказы 订单 v2')).toBe('Заказы 订单 v2')
  expect(mermaidText('a"b;c')).toBe('a#34;b#59;c')
})
