/** Two versions of one document side by side, and which of them goes on. Closing the dialog changes nothing. */
import { useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { drawScenario } from '../../../shared/drawing/scenario-drawing'
import type { Scenario } from '../../../shared/scenario/scenario'
import { useBoard } from '../../state/board'
import { keepAsCopy, keepMine, takeTheirs } from '../../state/conflict'
import type { Conflict } from '../../state/conflict-between'
import { useDocument } from '../../state/document'
import { differencesOf } from '../../state/scenario-differences'
import { useSettings } from '../../state/settings'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Picture } from '../../ui/picture'
import './conflict-dialog.css'

export function ConflictDialog({ conflict }: { readonly conflict: Conflict }) {
  const { t } = useTranslation('app')
  const mine = useDocument((document) => document.scenario)
  const close = useBoard((board) => board.closeDialog)
  const { about, name, theirs, disk, mineAt } = conflict
  const answer = (act: (conflict: Conflict) => void) => () => {
    close()
    act(conflict)
  }
  return (
    <Dialog
      title={t(`conflict.${about}.title`, { name })}
      about={t(`conflict.${about}.about`)}
      size="large"
      closeLabel={t('close')}
      onClose={close}
      actions={
        <>
          <Button onClick={answer(keepAsCopy)}>{t('conflict.copy')}</Button>
          <Button disabled={theirs === undefined} onClick={answer(takeTheirs)}>
            {t('conflict.take')}
          </Button>
          <Button tone="primary" autoFocus onClick={answer(keepMine)}>
            {t('conflict.keep')}
          </Button>
        </>
      }
    >
      <div className="versions">
        <Version label={t('conflict.mine')} at={mineAt} scenario={mine} />
        <Version label={t('conflict.theirs')} at={disk.changedAt} scenario={theirs} />
      </div>
      {theirs && <DifferenceList mine={mine} theirs={theirs} />}
    </Dialog>
  )
}

function Version({
  label,
  at,
  scenario,
}: {
  readonly label: string
  readonly at: number | undefined
  readonly scenario: Scenario | undefined
}) {
  const { t } = useTranslation('app')
  const heading = useId()
  const language = useSettings((settings) => settings.language)
  const drawing = useMemo(
    () => scenario && drawScenario(scenario, { language }),
    [scenario, language],
  )
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' })
  return (
    <section className="version" aria-labelledby={heading}>
      <h3 id={heading}>
        {label} <time>{at === undefined ? t('conflict.now') : when.format(at)}</time>
      </h3>
      <div className="version-picture">
        {drawing ? <Picture drawing={drawing} label={label} /> : <p>{t('conflict.unreadable')}</p>}
      </div>
    </section>
  )
}

const NAMES_MAX = 6

function DifferenceList({ mine, theirs }: { readonly mine: Scenario; readonly theirs: Scenario }) {
  const { t } = useTranslation('app')
  const language = useSettings((settings) => settings.language)
  const differences = useMemo(() => differencesOf(mine, theirs, language), [mine, theirs, language])
  const shown = (['onlyMine', 'onlyTheirs', 'differ'] as const).filter(
    (kind) => differences[kind].length > 0,
  )
  const namesOf = (kind: (typeof shown)[number]) => {
    const names = differences[kind]
    const rest = names.length - NAMES_MAX
    const more = rest > 0 ? [t('conflict.more', { count: rest })] : []
    return [...names.slice(0, NAMES_MAX), ...more].join(', ')
  }
  return (
    <ul className="differences">
      {shown.length === 0 && <li>{t('conflict.same')}</li>}
      {shown.map((kind) => (
        <li key={kind}>{t(`conflict.${kind}`, { names: namesOf(kind) })}</li>
      ))}
    </ul>
  )
}
