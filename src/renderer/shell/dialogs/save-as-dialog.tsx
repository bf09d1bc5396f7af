/** A name for the file, where the host has no dialog of its own. Nothing is overwritten unasked. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../../shared/base/problem'
import { useBoard } from '../../state/board'
import { proposedName, writeUnder } from '../../state/files'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FieldRow } from '../../ui/field-row'
import { TextField } from '../../ui/text-field'
import { useHostInfo } from '../host-info'
import { useProblemText } from '../problem-text'

const EXISTS = 'host/exists'

export function SaveAsDialog() {
  const { t } = useTranslation('app')
  const close = useBoard((board) => board.closeDialog)
  const info = useHostInfo()
  const textOf = useProblemText()
  const [name, setName] = useState(proposedName)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const exists = problems.some((problem) => problem.code === EXISTS)
  const write = async () => {
    if (name.trim() === '') return
    const answer = await writeUnder(name.trim(), exists)
    if (answer.ok) close()
    else setProblems(answer.problems)
  }
  return (
    <Dialog
      title={t('saveAs.title')}
      about={info ? t('saveAs.where', { folder: info.folder }) : undefined}
      closeLabel={t('close')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('cancel')}</Button>
          <Button
            tone={exists ? 'danger' : 'primary'}
            disabled={name.trim() === ''}
            onClick={write}
          >
            {t(exists ? 'saveAs.replace' : 'save')}
          </Button>
        </>
      }
    >
      <FieldRow label={t('saveAs.name')} wide>
        {(id) => (
          <TextField
            id={id}
            label={t('saveAs.name')}
            value={name}
            autoFocus
            maxLength={200}
            onEnter={write}
            onChange={(text) => {
              setName(text)
              setProblems([])
            }}
          />
        )}
      </FieldRow>
      <div role="alert" className="dialog-alert">
        {exists && <p>{t('saveAs.exists', { name })}</p>}
        {problems
          .filter((problem) => problem.code !== EXISTS)
          .map((problem) => (
            <p key={problem.code + problem.message}>{textOf(problem)}</p>
          ))}
      </div>
    </Dialog>
  )
}
