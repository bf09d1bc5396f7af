/** A grade for a person at a terminal: the score, then every check with its reason. */
import type { CheckResult, Grade } from '../../shared/drills/result'
import { type Language, textIn } from '../../shared/scenario/text'
import { wrapped } from './wrapped'

const COLUMNS_MAX = 100
const SIGNS: Readonly<Record<CheckResult['status'], string>> = {
  passed: 'passed ',
  failed: 'FAILED ',
  skipped: 'skipped',
}

export function gradeText(
  file: string,
  { drill, score, passed, checks }: Grade,
  message: (check: CheckResult) => string,
  language: Language,
): string {
  const percent = `${Math.round(score * 100)} %`
  const lines = checks.flatMap((check) => {
    const head = `  ${SIGNS[check.status]}  ${check.id}: ${textIn(check.title, language)}`
    const reason =
      check.status === 'passed' ? [] : wrapped(message(check), COLUMNS_MAX, '           ')
    return [head, ...reason]
  })
  return [`${file}: ${drill}, ${percent}${passed ? ', all checks passed' : ''}`, ...lines].join(
    '\n',
  )
}
