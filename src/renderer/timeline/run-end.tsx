/** Why the run shown goes no further, said over the end of the track once it is reached. */
import { useTranslation } from 'react-i18next'
import { textWidth } from '../../shared/drawing/font'
import { useRun } from '../state/run'

export function RunEnd() {
  const end = useRun((run) => run.trace?.end)
  const words = useEndWords()
  if (words === undefined) return null
  return <span className={end === 'limit' ? 'run-end run-end-limit' : 'run-end'}>{words}</span>
}

/** What is said at the end of the track just now; branches are drawn beside it. */
export function useEndWords(): string | undefined {
  const { t } = useTranslation('run')
  const end = useRun((run) => run.trace?.end)
  const last = useRun((run) => run.steps.length)
  const reached = useRun((run) => run.position >= run.steps.length)
  // A limit is worth knowing from the start: what is shown then is not the whole run.
  if (!end || !(reached || end === 'limit')) return undefined
  return t(end === 'limit' ? 'end.limit' : 'end.quiescent', { count: last })
}

/** `--text-xs`, with its padding and a gap before it. */
export function endWordsPx(words: string): number {
  return textWidth(words, 11, 'sans') + 14
}
