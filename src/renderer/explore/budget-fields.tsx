/** What may go wrong in the search, and how many customers there are at once. */
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SearchedFault } from '../../shared/engine/searched-faults'
import { useDocument } from '../state/document'
import { FAULT_MAX, KEYS_MAX, keysDrawn, useExplore } from '../state/explore'
import { Stepper } from './stepper'

/** In the order in which they come to mind. Overtaking is rare, and only queues know it. */
const SHOWN = [
  'crash',
  'duplicate',
  'lose-request',
  'lose-response',
  'delay',
  'reorder',
  'partition',
  'stop-broker',
] as const satisfies readonly SearchedFault[]

export function BudgetFields() {
  const { t } = useTranslation('explore')
  const budgets = useExplore((search) => search.budgets)
  const faultsMax = useExplore((search) => search.faultsMax)
  const keys = useExplore((search) => search.keys)
  const setBudget = useExplore((search) => search.setBudget)
  const setFaultsMax = useExplore((search) => search.setFaultsMax)
  const setKeys = useExplore((search) => search.setKeys)
  const isSearching = useExplore((search) => search.status === 'searching')
  const drawn = useDocument((document) => keysDrawn(document.scenario))
  return (
    <fieldset className="budgets">
      <legend className="budgets-title">{t('faults')}</legend>
      {SHOWN.map((kind) => (
        <Row key={kind} label={t(`fault.${kind}`)} hint={t(`fault.${kind}.about`)}>
          {(id, label) => (
            <Stepper
              id={id}
              label={label}
              value={budgets[kind] ?? 0}
              min={0}
              max={FAULT_MAX}
              disabled={isSearching}
              onChange={(count) => setBudget(kind, count)}
            />
          )}
        </Row>
      ))}
      <Row label={t('inAll')} hint={t(faultsMax === undefined ? 'inAll.none' : 'inAll.about')}>
        {(id, label) => (
          <Stepper
            id={id}
            label={label}
            value={faultsMax ?? 0}
            min={0}
            max={FAULT_MAX}
            disabled={isSearching}
            onChange={setFaultsMax}
          />
        )}
      </Row>
      <Row label={t('keys')} hint={t('keys.about')}>
        {(id, label) => (
          <Stepper
            id={id}
            label={label}
            value={keys ?? drawn}
            min={1}
            max={Math.max(KEYS_MAX, drawn)}
            disabled={isSearching}
            onChange={setKeys}
          />
        )}
      </Row>
    </fieldset>
  )
}

function Row({
  label,
  hint,
  children,
}: {
  readonly label: string
  readonly hint: string
  readonly children: (id: string, label: string) => ReactNode
}) {
  const id = useId()
  return (
    <div className="budget">
      <label className="budget-words" htmlFor={id}>
        {label}
        <small>{hint}</small>
      </label>
      {children(id, label)}
    </div>
  )
}
