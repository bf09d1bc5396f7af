/** The invariants of the scenario as promises: kept, broken and why, or not yet decidable. */
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { textIn } from '../../shared/scenario/text'
import { walkTo } from '../commands/walk'
import { useDocument } from '../state/document'
import { momentAt, useRun } from '../state/run'
import { useSettings } from '../state/settings'
import { type PromiseBreak, type PromiseRow, promiseRows } from './promise-rows'
import { PromiseSign } from './promise-sign'
import './promises-view.css'

const NONE: readonly never[] = []
/** The first few say it; a run of many orders may break one promise hundreds of times. */
const BREAKS_SHOWN = 5

export function PromisesView() {
  const { t } = useTranslation('run')
  const invariants = useDocument((document) => document.scenario.invariants ?? NONE)
  const steps = useRun((run) => run.steps)
  const position = useRun((run) => run.position)
  const trace = useRun((run) => run.trace)
  // Of thousands of steps few break a promise: found once, and not at each position.
  const breaks = useMemo(() => steps.filter((step) => step.kind === 'invariant.violated'), [steps])
  const ran = useRun((run) => run.program?.invariants ?? NONE)
  const rows = useMemo(
    () => promiseRows(invariants, breaks, position, trace ? momentAt(position) : null, ran),
    [invariants, breaks, position, trace, ran],
  )
  if (rows.length === 0) return <p className="run-empty">{t('promises.none')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list of words must scroll by the keyboard.
    <ul className="promises" tabIndex={0}>
      {rows.map((row) => (
        <OnePromise key={row.invariant.id} row={row} position={position} ran={trace !== null} />
      ))}
    </ul>
  )
}

function noteOf({ isNew }: PromiseRow) {
  return isNew ? 'promise.isNew' : 'promise.undecidedNote'
}

function OnePromise({
  row,
  position,
  ran,
}: {
  readonly row: PromiseRow
  readonly position: number
  readonly ran: boolean
}) {
  const { t } = useTranslation('run')
  const language = useSettings((settings) => settings.language)
  const status = ran ? row.status : 'undecided'
  const more = row.breaks.length - BREAKS_SHOWN
  return (
    <li className={`promise promise-${status}`}>
      <PromiseSign status={status} />
      <div className="promise-words">
        <span className="promise-title">{textIn(row.invariant.title, language)}</span>
        <code className="promise-expression" title={t(`promise.${row.when}`)}>
          {row.when}: {row.expression}
        </code>
        {status === 'undecided' && (
          <span className="promise-note">{t(ran ? noteOf(row) : 'promise.notRun')}</span>
        )}
        {row.breaks.slice(0, BREAKS_SHOWN).map((broken) => (
          <Break key={broken.seq} broken={broken} position={position} />
        ))}
        {more > 0 && <span className="promise-note">{t('promise.more', { count: more })}</span>}
      </div>
    </li>
  )
}

function Break({ broken, position }: { readonly broken: PromiseBreak; readonly position: number }) {
  const { t } = useTranslation('run')
  const values = Object.entries(broken.values).map(([name, value]) => `${name} = ${value}`)
  const when = broken.seq <= position ? 'promise.broke' : 'promise.breaks'
  return (
    <span className="promise-break">
      <button type="button" className="link" onClick={() => walkTo(broken.seq)}>
        {t(when, { seq: broken.seq })}
      </button>
      {broken.order !== undefined && <span>{t('promise.order', { order: broken.order })}</span>}
      {values.length > 0 && <code>{values.join(', ')}</code>}
    </span>
  )
}
