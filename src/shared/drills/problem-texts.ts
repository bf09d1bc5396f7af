/**
 * The English sentence of every problem that only a drill or an answer can have, by its code; the catalogue
 * `drills` holds the same keys. What is wrong with JSON, or with a field, is said as in a scenario.
 */
import type { Problem, ProblemValue } from '../base/problem'
import { type Path, pathText } from '../scenario/problem-texts'

export const PROBLEM_TEXTS = {
  'drill/not-a-drill':
    'This is not a Dryrun drill: a drill is a JSON object that says "drill": 1. Choose a file that ends in .drill.json.',
  'drill/bad-version':
    'The version of the drill, {{found}}, is not one that this Dryrun knows. It knows version {{known}}.',
  'drill/not-an-answer':
    'This is neither a scenario nor an answer: an answer is a JSON object that says "answer": 1.',
  'drill/other-drill': 'This answers the drill "{{found}}", not "{{drill}}". Choose that drill.',
  'drill/duplicate-id': 'the id "{{id}}" is used twice here. Choose another.',
  'drill/unknown-check':
    'no check "{{id}}" stands before this one. Name an earlier check, or move this one down.',
  'drill/unknown-role': 'no role "{{id}}". Name a built-in one, or add it under "roles".',
  'drill/unknown-role_similar': 'no role "{{id}}"; did you mean "{{suggestion}}"?',
  'drill/unknown-rule': 'no review rule or pack "{{id}}". Name one that there is.',
  'drill/unknown-rule_similar': 'no review rule "{{id}}"; did you mean "{{suggestion}}"?',
  'drill/bad-expression':
    'This is not a condition: {{reason}}. Write one like effects.charge == 1 or rows.order in @paid.',
  'drill/one-promise': 'a search needs one promise: "always" or "finally", not both and not none.',
  'drill/nothing-asked': 'this run asks nothing. Add "expect", "order" or "never".',
  'drill/no-packets':
    'this asks nothing of the packets. Add "shows", "never", "speaks", "carries", "roundTrips" or "answerMs".',
  'drill/unknown-partner': 'no "{{id}}" among what it can be matched to. Name one that is there.',
  'drill/unknown-board': 'no board "{{id}}" under "boards". Draw it there.',
  'drill/unknown-board_similar': 'no board "{{id}}"; did you mean "{{suggestion}}"?',
  'drill/no-board':
    '"{{id}}" shows no board, and its label follows from one. Name one as its "board".',
  'drill/no-run': 'a label expects something of a run, and "{{id}}" has none. Add "run".',
  'drill/no-search': 'a label says whether a promise holds, and "{{id}}" has none. Add "explore".',
  'drill/two-rests':
    'one label at most may say nothing of the board: the one for what is none of the others. "{{id}}" is a second one.',
  'drill/other-label':
    'by the rules the board is not "{{id}}" but: {{found}}. Correct the label or the board.',
  'drill/unknown-column': 'no column "{{id}}" in this table. Name one that is there.',
  'drill/no-such-outcome':
    'the run gives {{found}}, which none of the options stands for. Add one with this value.',
  'drill/no-such-packet': 'no packet of this line is for "{{phase}}". Ask for another.',
  'drill/bad-sample': 'the sample is not the request that is asked for. Write one that passes.',
  'drill/no-model-board': 'there are checks over a board but the model has none. Draw it.',
} as const

type TextKey = keyof typeof PROBLEM_TEXTS
export type DrillProblemCode = Exclude<TextKey, `${string}_similar`>

export function drillProblem(
  code: DrillProblemCode,
  path: Path,
  values: Readonly<Record<string, ProblemValue>> = {},
  suggestion?: string,
): Problem {
  const similar = `${code}_similar` as TextKey
  const isSimilar = suggestion !== undefined && Object.hasOwn(PROBLEM_TEXTS, similar)
  const given = isSimilar ? { ...values, suggestion, context: 'similar' } : values
  const message = PROBLEM_TEXTS[isSimilar ? similar : code].replace(/{{(\w+)}}/g, (_, name) =>
    String((given as Readonly<Record<string, ProblemValue>>)[name] ?? ''),
  )
  return { code, message, path: pathText(path), values: given, severity: 'error' }
}
