/** What a schema cannot say about a drill: names that lead nowhere, expressions that are none. */
import type { Problem } from '../base/problem'
import { RULES } from '../review/rules'
import type { Path } from '../scenario/problem-texts'
import { mostSimilar } from '../scenario/similar'
import type { Given } from './behaviour'
import type { Check } from './check'
import { type Drill, isDrawn } from './drill'
import { wrongInLabels } from './label-meaning'
import { drillProblem } from './problem-texts'
import { expressionFault } from './promise'
import { wrongInQuestion } from './question-meaning'
import { isRuleName } from './review-check'
import { ROLES } from './role'

type Problems = Generator<Problem, void>

export function meaningProblems(drill: Drill): readonly Problem[] {
  return [...wrongIn(drill)]
}

function* wrongIn(drill: Drill): Problems {
  const roles = new Set([...Object.keys(ROLES), ...Object.keys(drill.roles ?? {})])
  yield* rolesIn(drill.roles, ['roles'], roles)
  const before = new Set<string>()
  for (const [index, check] of drill.checks.entries()) {
    const path = ['checks', index]
    for (const [at, id] of (check.needs ?? []).entries())
      if (!before.has(id)) yield drillProblem('drill/unknown-check', [...path, 'needs', at], { id })
    if (before.has(check.id))
      yield drillProblem('drill/duplicate-id', [...path, 'id'], { id: check.id })
    before.add(check.id)
    yield* wrongInCheck(check, path, roles, drill)
  }
  if (isDrawn(drill) && drill.model.board === undefined)
    yield drillProblem('drill/no-model-board', ['model'])
}

function* wrongInCheck(
  check: Check,
  path: Path,
  roles: ReadonlySet<string>,
  drill: Drill,
): Problems {
  if ('answer' in check) {
    const { answer: question } = check
    const at = [...path, 'answer']
    yield* wrongInQuestion(question, at)
    if (!('match' in question)) return
    yield* wrongInLabels(question, at, drill)
    for (const [index, { run, explore }] of question.match.entries())
      yield* rolesIn({ run, explore }, [...at, 'match', index], roles)
    return
  }
  if ('review' in check) {
    for (const [at, id] of check.review.entries()) {
      if (isRuleName(id)) continue
      const suggestion = mostSimilar(
        id,
        RULES.map((rule) => rule.id),
      )
      yield drillProblem('drill/unknown-rule', [...path, 'review', at], { id }, suggestion)
    }
    return
  }
  if ('wire' in check) {
    const { from: _from, to: _to, options: _options, ...asked } = check.wire
    if (Object.keys(asked).length === 0) yield drillProblem('drill/no-packets', [...path, 'wire'])
  }
  if ('run' in check) {
    const { expect = [], order, never, given } = check.run
    yield* wrongRefusals(given, [...path, 'run'])
    if (expect.length === 0 && order === undefined && never === undefined)
      yield drillProblem('drill/nothing-asked', [...path, 'run'])
    for (const [at, expression] of expect.entries())
      yield* wrongExpression(expression, [...path, 'run', 'expect', at])
  }
  if ('explore' in check) {
    const { always, finally: atLast, given } = check.explore
    yield* wrongRefusals(given, [...path, 'explore'])
    if ((always === undefined) === (atLast === undefined))
      yield drillProblem('drill/one-promise', [...path, 'explore'])
    yield* wrongExpression(always ?? atLast ?? 'true', [...path, 'explore'])
  }
  yield* rolesIn(check, path, roles)
}

function* wrongRefusals(given: Given | undefined, path: Path): Problems {
  for (const [at, refusal] of (given?.refuses ?? []).entries())
    yield* wrongExpression(refusal.while, [...path, 'given', 'refuses', at, 'while'])
}

function* wrongExpression(expression: string, path: Path): Problems {
  const reason = expressionFault(expression)
  if (reason !== undefined) yield drillProblem('drill/bad-expression', path, { reason })
}

const ROLE_FIELDS = new Set([
  'role',
  'from',
  'to',
  'stores',
  'waits',
  'commands',
  'askedBy',
  'not',
  'poison',
])

/** Every place of a check where a role is named; `at` names one where it is a word. */
function* rolesIn(value: unknown, path: Path, roles: ReadonlySet<string>): Problems {
  if (typeof value !== 'object' || value === null) return
  for (const [field, inner] of Object.entries(value)) {
    const at = [...path, Array.isArray(value) ? Number(field) : field]
    const isRole = ROLE_FIELDS.has(field) || (field === 'at' && typeof inner === 'string')
    const named = isRole ? (Array.isArray(inner) ? inner : [inner]) : []
    for (const id of named) {
      if (typeof id !== 'string' || roles.has(id)) continue
      yield drillProblem('drill/unknown-role', at, { id }, mostSimilar(id, roles))
    }
    if (named.length === 0) yield* rolesIn(inner, at, roles)
  }
}
