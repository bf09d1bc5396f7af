/** Find failures: what may go wrong, how far the search is, and what it found. It goes on when closed. */
import { useTranslation } from 'react-i18next'
import { leavesBrokersUp } from '../../shared/engine/searched-faults'
import { runCommand } from '../commands/commands'
import { useBoard } from '../state/board'
import { useDocument } from '../state/document'
import { isOutdated, type SearchResult, useExplore } from '../state/explore'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { grouped } from '../ui/number-words'
import { Trouble } from '../ui/trouble'
import { BudgetFields } from './budget-fields'
import { budgetWords, secondsText } from './budget-words'
import { PromiseResults } from './promise-results'
import { SearchProgress } from './search-progress'
import './failures-dialog.css'

export function FailuresDialog() {
  const { t } = useTranslation('explore')
  const close = useBoard((board) => board.closeDialog)
  const status = useExplore((search) => search.status)
  const result = useExplore((search) => search.result)
  const isSearching = status === 'searching'
  return (
    <Dialog
      title={t('title')}
      about={t('about')}
      size="large"
      closeLabel={t('close')}
      onClose={close}
      actions={isSearching ? <Searching /> : <Resting />}
    >
      <div className="failures">
        <BudgetFields />
        <div className="failures-answer" aria-live="polite">
          {isSearching && <SearchProgress />}
          {!isSearching && result !== null && <Verdict result={result} />}
          <PromiseResults />
          <NoAnswer />
        </div>
      </div>
    </Dialog>
  )
}

function Searching() {
  const { t } = useTranslation('explore')
  const cancel = useExplore((search) => search.cancel)
  return <Button onClick={cancel}>{t('cancel')}</Button>
}

function Resting() {
  const { t } = useTranslation('explore')
  const close = useBoard((board) => board.closeDialog)
  const search = useExplore((one) => one.search)
  const wasSearched = useExplore((one) => one.result !== null)
  return (
    <>
      <Button onClick={close}>{t('close')}</Button>
      <Button tone="primary" onClick={search}>
        {t(wasSearched ? 'again' : 'find')}
      </Button>
    </>
  )
}

/** The answer in a sentence, with what it is about: never "no bug found" alone. */
function Verdict({ result }: { readonly result: SearchResult }) {
  const { t } = useTranslation('explore')
  const scenario = useDocument((document) => document.scenario)
  const language = useSettings((settings) => settings.language)
  const { found, budgets, faultsMax, keys } = result
  const searched = t(found.isWhole ? 'searched.whole' : 'searched.part', {
    budgets: budgetWords(t, budgets, faultsMax),
    orders: t('counted.orders', { count: keys }),
    states: t('counted.states', { count: found.states, states: grouped(found.states) }),
    seconds: secondsText(found.seconds, language),
  })
  return (
    <div className={`verdict verdict-${found.verdict}`}>
      <strong>{t(`verdict.${found.verdict}`, { count: found.runs.length })}</strong>
      <span>{searched}</span>
      {found.ranOut.map((what) => (
        <span key={what}>{t([`ranOut.${what}`, 'ranOut.room'], { what })}</span>
      ))}
      {leavesBrokersUp(scenario, budgets) && <span>{t('brokersUp')}</span>}
      {isOutdated(result, scenario) && <span className="verdict-old">{t('outdated')}</span>}
    </div>
  )
}

/** Why there is no answer. */
function NoAnswer() {
  const { t } = useTranslation('explore')
  const problems = useExplore((search) => search.problems)
  const isFailed = useExplore((search) => search.status === 'failed')
  if (isFailed) return <Trouble>{t('failed')}</Trouble>
  if (problems.length === 0) return null
  return (
    <Trouble>
      {t('problems', { count: problems.length })}
      <Button small onClick={() => runCommand('mode.run')}>
        {t('problems.show')}
      </Button>
    </Trouble>
  )
}
