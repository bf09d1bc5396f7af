/**
 * The English sentence of every problem that only cards can have, by its code; the catalogue `cards` holds
 * the same keys. What is wrong with JSON, or with a field, is said as in a scenario.
 */
import type { Problem, ProblemValue } from '../base/problem'
import { type Path, pathText } from '../scenario/problem-texts'

export const PROBLEM_TEXTS = {
  'cards/not-a-deck':
    'This is not a deck of cards: a deck is a JSON object that says "deck": 1. Choose a file that ends in .cards.json.',
  'cards/not-progress':
    'This is not progress at cards: it is a JSON object that says "progress": 1. Choose a file that Dryrun exported.',
  'cards/bad-version':
    'The version {{found}} is not one that this Dryrun knows. It knows version {{known}}.',
  'cards/duplicate-id': 'the id "{{id}}" is used twice here. Choose another.',
  'cards/built-in-id': 'the id "{{id}}" is that of a built-in deck. Choose another.',
  'cards/time-order':
    'the times of "{{id}}" contradict each other: it was first seen after it was last.',
} as const
export type CardProblemCode = keyof typeof PROBLEM_TEXTS

export function cardProblem(
  code: CardProblemCode,
  path: Path,
  values: Readonly<Record<string, ProblemValue>> = {},
): Problem {
  const message = PROBLEM_TEXTS[code].replace(/{{(\w+)}}/g, (_, name) => String(values[name] ?? ''))
  return { code, message, path: pathText(path), values, severity: 'error' }
}
