/** A file of cards or of progress to its value, or everything that is wrong with it; both say a version first. */
import type { Outcome, Problem } from '../base/problem'
import { faultsOf } from '../scenario/check'
import { problemOf, quoted } from '../scenario/problem-texts'
import { readJson } from '../scenario/read-json'
import type { z } from '../scenario/zod'
import { type CardProblemCode, cardProblem } from './problem-texts'

const PROBLEMS_MAX = 200

interface Format<Value> {
  /** The field that says the version. */
  readonly field: string
  readonly version: number
  readonly schema: z.ZodType<Value>
  /** What is said where that field is missing. */
  readonly otherwise: CardProblemCode
  /** What a schema cannot say. */
  meaning(value: Value): readonly Problem[]
}

/** Never throws, whatever the text. */
export function parseVersioned<Value>(text: string, format: Format<Value>): Outcome<Value> {
  const { field, version, schema, otherwise, meaning } = format
  const read = readJson(text)
  if (!read.ok) return refused([problemOf(read.fault)])
  const raw = read.value
  if (typeof raw !== 'object' || raw === null || !Object.hasOwn(raw, field))
    return refused([cardProblem(otherwise, [])])
  const found: unknown = Reflect.get(raw, field)
  if (found !== version) {
    const values = { found: quoted(found), known: version }
    return refused([cardProblem('cards/bad-version', [field], values)])
  }
  const shape = faultsOf(schema, raw, PROBLEMS_MAX).map(problemOf)
  if (shape.length > 0) return refused(shape)
  const checked = schema.safeParse(raw)
  if (!checked.success) {
    const detail = checked.error.issues[0]?.message ?? ''
    return refused([problemOf({ code: 'scenario/invalid', path: [], values: { detail } })])
  }
  const problems = meaning(checked.data)
  return problems.length > 0 ? refused(problems) : { ok: true, value: checked.data }
}

function refused(problems: readonly Problem[]): Outcome<never> {
  return { ok: false, problems }
}
