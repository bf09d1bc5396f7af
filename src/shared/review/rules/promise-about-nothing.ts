/**
 * A promise about an effect that nobody does, or a row that nobody stores: it counts none and holds, or fails,
 * whatever happens. Mostly a slip of the pen.
 */
import { parseCondition } from '../../engine/condition'
import type { Invariant } from '../../scenario/scenario'
import { mostSimilar } from '../../scenario/similar'
import { type Reading, sitesOf } from '../reading/reading'
import type { Rule } from '../rule'

type Kind = 'effects' | 'rows'

export const promiseAboutNothing: Rule = {
  id: 'promise-about-nothing',
  severity: 'hint',
  find: (reading) => {
    const { invariants = [] } = reading.scenario
    if (invariants.length === 0) return []
    const happens = whatHappens(reading)
    // Of a drawing that does nothing yet there is nothing to say.
    if (happens.effects.size + happens.rows.size === 0) return []
    return invariants.flatMap((invariant, index) => {
      const expression = expressionOf(invariant)
      const slips = slipsIn(expression, happens)
      if (slips.length === 0) return []
      const better = mended(expression, slips, happens)
      const fixed = invariants.map((one, at) =>
        at === index && better !== undefined ? withExpression(one, better) : one,
      )
      return [
        {
          path: `invariants[${index}].${'always' in invariant ? 'always' : 'finally'}`,
          things: [],
          values: {
            names: slips.map(({ path }) => path).join(', '),
            known: knownPaths(happens),
            better: better ?? '',
          },
          ...(better !== undefined && {
            fix: [{ edit: 'setInvariants', invariants: fixed } as const],
          }),
        },
      ]
    })
  },
}

function expressionOf(invariant: Invariant): string {
  return 'always' in invariant ? invariant.always : invariant.finally
}

function whatHappens(reading: Reading): Readonly<Record<Kind, ReadonlySet<string>>> {
  const effects = new Set<string>()
  const rows = new Set<string>()
  for (const { action } of sitesOf(reading.handlers)) {
    if ('effect' in action) effects.add(action.effect)
    if ('save' in action) rows.add(action.save)
  }
  return { effects, rows }
}

function knownPaths(happens: Readonly<Record<Kind, ReadonlySet<string>>>): string {
  const paths = (['effects', 'rows'] as const).flatMap((kind) =>
    [...happens[kind]].map((name) => `${kind}.${name}`),
  )
  return paths.join(', ')
}

interface Slip {
  /** As the promise has it: `intent.effects.chrge`. */
  readonly path: string
  /** The path that was likely meant. */
  readonly meant: string | undefined
}

function slipsIn(
  expression: string,
  happens: Readonly<Record<Kind, ReadonlySet<string>>>,
): readonly Slip[] {
  const condition = parseCondition(expression)
  if (typeof condition === 'string') return []
  return condition.names.flatMap((path) => {
    const parts = path.split('.')
    const name = parts.at(-1) ?? ''
    const kind = parts.at(-2)
    if (kind !== 'effects' && kind !== 'rows') return []
    if (happens[kind].has(name)) return []
    const similar = mostSimilar(name, happens[kind])
    const meant = similar === undefined ? undefined : [...parts.slice(0, -1), similar].join('.')
    return [{ path, meant }]
  })
}

/** The expression with every slip mended, or undefined where one cannot be. */
function mended(
  expression: string,
  slips: readonly Slip[],
  happens: Readonly<Record<Kind, ReadonlySet<string>>>,
): string | undefined {
  const text = slips.reduce(
    (before, { path, meant = path }) =>
      before.replaceAll(new RegExp(`(?<![\\w.])${path.replaceAll('.', '\\.')}(?!\\w)`, 'g'), meant),
    expression,
  )
  return slipsIn(text, happens).length === 0 ? text : undefined
}

function withExpression(invariant: Invariant, expression: string): Invariant {
  return 'always' in invariant
    ? { ...invariant, always: expression }
    : { ...invariant, finally: expression }
}
