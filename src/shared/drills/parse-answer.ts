/** A file's text to an answer: a scenario is an answer that was drawn, an answer file may be both. */
import type { Outcome } from '../base/problem'
import { faultsOf } from '../scenario/check'
import { parseScenario } from '../scenario/parse'
import { problemOf } from '../scenario/problem-texts'
import { readJson } from '../scenario/read-json'
import { referenceFaults } from '../scenario/references'
import { ANSWER_VERSION, type Answer, answerFileSchema } from './answer'
import { drillProblem } from './problem-texts'

const PROBLEMS_MAX = 200

/** @param drill the id of the drill that is to be answered. */
export function parseAnswer(text: string, drill: string): Outcome<Answer> {
  const read = readJson(text)
  if (!read.ok) return { ok: false, problems: [problemOf(read.fault)] }
  const raw = read.value
  if (typeof raw !== 'object' || raw === null || !('answer' in raw)) {
    const parsed = parseScenario(text)
    return parsed.ok ? { ok: true, value: { board: parsed.value } } : parsed
  }
  if (raw.answer !== ANSWER_VERSION)
    return { ok: false, problems: [drillProblem('drill/not-an-answer', ['answer'])] }
  const board = 'board' in raw ? referenceFaults(raw.board, PROBLEMS_MAX) : []
  const problems = [
    ...faultsOf(answerFileSchema, raw, PROBLEMS_MAX).map(problemOf),
    ...board
      .filter(({ severity }) => severity !== 'warning')
      .map((fault) => problemOf({ ...fault, path: ['board', ...fault.path] })),
  ]
  const checked = answerFileSchema.safeParse(raw)
  if (problems.length > 0 || !checked.success) return { ok: false, problems }
  const { drill: answered, answer: _version, ...answer } = checked.data
  if (answered !== undefined && answered !== drill) {
    const values = { found: answered, drill }
    return { ok: false, problems: [drillProblem('drill/other-drill', ['drill'], values)] }
  }
  return { ok: true, value: answer }
}
