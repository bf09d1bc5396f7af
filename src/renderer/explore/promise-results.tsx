/** What the search found of each promise, and the run that breaks it, to be watched. */
import { Play } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Invariant } from '../../shared/scenario/scenario'
import { textIn } from '../../shared/scenario/text'
import { useDocument } from '../state/document'
import { isOutdated, type SearchResult, useExplore } from '../state/explore'
import type { FoundRun } from '../state/explore-job'
import { useSettings } from '../state/settings'
import { Button } from '../ui/button'
import { faultWords } from './fault-words'
import { watchRun } from './watch-run'

type Standing = 'violated' | 'holds' | 'undecided' | 'pending'

/** While the search goes on, what it has found broken by now is said at once. */
export function PromiseResults() {
  const scenario = useDocument((document) => document.scenario)
  const result = useExplore((search) => search.result)
  const broken = useExplore((search) => search.progress?.broken)
  const shown = result?.scenario ?? scenario
  const isOld = result !== null && isOutdated(result, scenario)
  return (
    <ul className={`found ${isOld ? 'found-old' : ''}`}>
      {(shown.invariants ?? []).map((invariant, number) => (
        <OnePromise
          key={invariant.id}
          invariant={invariant}
          standing={standingOf(invariant, result, broken?.includes(number) ?? false)}
          result={result}
          isOld={isOld}
        />
      ))}
    </ul>
  )
}

function standingOf({ id }: Invariant, result: SearchResult | null, isBroken: boolean): Standing {
  if (result === null) return isBroken ? 'violated' : 'pending'
  if (result.found.runs.some(({ invariant }) => invariant === id)) return 'violated'
  return result.found.isWhole ? 'holds' : 'undecided'
}

const SIGNS: Readonly<Record<Standing, string>> = {
  violated: '!',
  holds: '✓',
  undecided: '?',
  pending: '…',
}

function OnePromise({
  invariant,
  standing,
  result,
  isOld,
}: {
  readonly invariant: Invariant
  readonly standing: Standing
  readonly result: SearchResult | null
  readonly isOld: boolean
}) {
  const { t } = useTranslation('explore')
  const language = useSettings((settings) => settings.language)
  const run = result?.found.runs.find((one) => one.invariant === invariant.id)
  return (
    <li className={`found-promise found-${standing}`}>
      <span className="found-sign" role="img" aria-label={t(`standing.${standing}`)}>
        {SIGNS[standing]}
      </span>
      <span className="found-words">
        <span className="found-title">{textIn(invariant.title, language)}</span>
        {run !== undefined && result !== null && <Broken run={run} result={result} />}
        {run === undefined && <small>{t(`standing.${standing}`)}</small>}
      </span>
      {run !== undefined && result !== null && (
        <Button
          small
          icon={<Play size={13} />}
          disabled={isOld}
          aria-label={t('watch.about', { title: textIn(invariant.title, language) })}
          onClick={() => watchRun(run, result.keys)}
        >
          {t('watch')}
        </Button>
      )}
    </li>
  )
}

function Broken({ run, result }: { readonly run: FoundRun; readonly result: SearchResult }) {
  const { t } = useTranslation('explore')
  const language = useSettings((settings) => settings.language)
  const faults = run.faults.map((fault) => faultWords(t, fault, result.scenario, language))
  const how = faults.length === 0 ? t('run.noFaults') : faults.join(', ')
  return <small>{t('run', { order: run.order, how, count: run.steps })}</small>
}
