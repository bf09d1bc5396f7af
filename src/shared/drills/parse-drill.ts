/** A file's text to a drill, or everything that is wrong with it. */
import type { Outcome, Problem } from '../base/problem'
import { faultsOf } from '../scenario/check'
import { type Path, problemOf, quoted } from '../scenario/problem-texts'
import { readJson } from '../scenario/read-json'
import { referenceFaults } from '../scenario/references'
import { DRILL_VERSION, type Drill, drillSchema } from './drill'
import { meaningProblems } from './drill-meaning'
import { drillProblem } from './problem-texts'

const PROBLEMS_MAX = 200

/** Never throws, whatever the text. */
export function parseDrill(text: string): Outcome<Drill> {
  const read = readJson(text)
  if (!read.ok) return refused([problemOf(read.fault)])
  const raw = read.value
  if (typeof raw !== 'object' || raw === null || !('drill' in raw))
    return refused([drillProblem('drill/not-a-drill', [])])
  if (raw.drill !== DRILL_VERSION) {
    const values = { found: quoted(raw.drill), known: DRILL_VERSION }
    return refused([drillProblem('drill/bad-version', ['drill'], values)])
  }
  const shape = faultsOf(drillSchema, raw, PROBLEMS_MAX).map(problemOf)
  const shown = 'boards' in raw && typeof raw.boards === 'object' ? (raw.boards ?? {}) : {}
  const boards = [
    ['start'],
    ['model', 'board'],
    ...Object.keys(shown).map((id) => ['boards', id]),
  ].flatMap((path) => boardProblems(raw, path))
  if (shape.length + boards.length > 0) return refused([...shape, ...boards])
  const checked = drillSchema.safeParse(raw)
  if (!checked.success) {
    const detail = checked.error.issues[0]?.message ?? ''
    return refused([problemOf({ code: 'scenario/invalid', path: [], values: { detail } })])
  }
  const meaning = meaningProblems(checked.data)
  return meaning.length > 0 ? refused(meaning) : { ok: true, value: checked.data }
}

/** Names inside a board that lead nowhere, with their place in the drill. */
function boardProblems(raw: unknown, path: Path): readonly Problem[] {
  const board = path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value ? Reflect.get(value, part) : undefined),
    raw,
  )
  return referenceFaults(board, PROBLEMS_MAX)
    .filter(({ severity }) => severity !== 'warning')
    .map((fault) => problemOf({ ...fault, path: [...path, ...fault.path] }))
}

function refused(problems: readonly Problem[]): Outcome<never> {
  return { ok: false, problems }
}
