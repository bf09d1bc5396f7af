/** The sentence of a problem in the language of the page; in English where no catalogue has it. */
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/base/problem'

export function useProblemText(): (problem: Problem) => string {
  const { t } = useTranslation('app')
  return ({ code, message, values }) =>
    t(
      [
        `problems:${code}`,
        `engine:${code}`,
        `host:${code}`,
        `drills:${code}`,
        `cards:${code}`,
        'problems.raw',
      ],
      {
        ...values,
        message,
      },
    )
}
