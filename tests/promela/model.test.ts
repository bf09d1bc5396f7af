/** What the Promela model cannot say is said in words, never left out. */
import { expect, test } from 'vitest'
import { compile } from '../../src/shared/engine/compile'
import { toPromela } from '../../src/shared/promela/promela'
import type { FaultKind } from '../../src/shared/scenario/scenario'
import { template } from '../support/templates'

function modelOf(budgets: Partial<Record<FaultKind, number>>, expression?: string) {
  const { faults: _faults, ...drawn } = template('three-services')
  const promises = [{ id: 'asked', title: 'Asked', always: expression ?? 'true' }]
  const compiled = compile({ ...drawn, invariants: promises }, { timed: false, budgets })
  if (!compiled.ok) throw new Error('does not compile')
  return toPromela(compiled.value)
}

const said = (made: ReturnType<typeof toPromela>) =>
  made.ok ? [] : made.problems.map((p) => p.message)

test('what can be cut is named, half by half where no broker is drawn', () => {
  const model = modelOf({ partition: 1 })
  const named = model.ok ? [...model.value.matchAll(/^bit cut_\d+; \/\* (.*) \*\/$/gm)] : []
  expect(named.map(([, title]) => title)).toEqual([
    'place',
    'store',
    'tell, from its broker on',
    'bill, from its broker on',
    'tell, up to its broker',
  ])
  const uncut = modelOf({ crash: 1 })
  expect(uncut.ok && uncut.value).not.toContain('cut_')
})

test('an expression that has no counterpart names what it is', () => {
  expect(said(modelOf({}, 'size(intent.replies) <= 1'))).toEqual([
    expect.stringContaining('in an expression'),
  ])
})

test('the names of the drawing are in the model', () => {
  const model = modelOf({ crash: 1 })
  expect(model.ok && model.value).toContain('/* charging, on OrderCreated: effect */')
  expect(model.ok && model.value).toContain('#define MAX_crash 1')
})
