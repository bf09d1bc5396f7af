/** Everything that is wrong with a file, at once: what, where in the file, and what to do. */
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/base/problem'
import { useBoard } from '../../state/board'
import { useNotices } from '../../state/notices'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { useProblemText } from '../problem-text'
import './problems-dialog.css'

const SHOWN_MAX = 500

export function ProblemsDialog({
  title,
  problems,
}: {
  readonly title: string
  readonly problems: readonly Problem[]
}) {
  const { t } = useTranslation('app')
  const close = useBoard((board) => board.closeDialog)
  const textOf = useProblemText()
  const errors = problems.some((problem) => problem.severity === 'error')
  const copy = () => {
    const lines = problems.map((problem) => `${problem.path}\t${problem.code}\t${textOf(problem)}`)
    navigator.clipboard
      ?.writeText([title, ...lines].join('\n'))
      .then(() => useNotices.getState().say({ tone: 'good', text: 'app:notice.copied' }))
      .catch(() => useNotices.getState().say({ tone: 'bad', text: 'app:notice.notCopied' }))
  }
  return (
    <Dialog
      title={t(errors ? 'problems.title' : 'problems.warnings', { count: problems.length, title })}
      about={t(errors ? 'problems.about' : 'problems.aboutWarnings')}
      size="medium"
      closeLabel={t('close')}
      onClose={close}
      actions={
        <>
          <Button onClick={copy}>{t('problems.copy')}</Button>
          <Button tone="primary" autoFocus onClick={close}>
            {t('understood')}
          </Button>
        </>
      }
    >
      <ol className="problems">
        {problems.slice(0, SHOWN_MAX).map((problem) => (
          <li
            key={`${problem.path} ${problem.code} ${problem.message}`}
            className={`problem problem-${problem.severity}`}
          >
            <p>{textOf(problem)}</p>
            <p className="problem-where">
              {problem.path && <code>{problem.path}</code>}
              <code>{problem.code}</code>
            </p>
          </li>
        ))}
      </ol>
      {problems.length > SHOWN_MAX && (
        <p>{t('problems.more', { count: problems.length - SHOWN_MAX })}</p>
      )}
    </Dialog>
  )
}
