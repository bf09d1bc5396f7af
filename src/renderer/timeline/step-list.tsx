/**
 * The steps of the run, one a row: what has happened, where it stands, and dimmed what follows. Thousands
 * of rows cost no more than those in sight.
 */
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../shared/engine/step'
import { walkTo } from '../commands/walk'
import { setAskedMenu } from '../state/asked-menu'
import { useRun } from '../state/run'
import { scrollMemory } from '../state/scroll-memory'
import { useSelection } from '../state/selection'
import { useStepSentence } from '../state/step-sentence'
import type { AskedAt } from '../ui/asked-at'
import { Button } from '../ui/button'
import { Pill } from '../ui/pill'
import { useFollow } from '../ui/use-follow'
import { useInSight } from '../ui/use-in-sight'
import { keepFilter, keptFilter } from './kept-filter'
import { ProblemList } from './problem-list'
import { rowHeight, STEP_ROW_PX } from './row-lines'
import { rowAt, rowTops } from './row-tops'
import { currentRow, filterSteps, isFiltering, NO_FILTER, type StepFilter } from './step-filter'
import { StepFilterBar } from './step-filter-bar'
import { StepRow } from './step-row'
import { useWidth } from './use-width'
import './step-list.css'

export function StepList() {
  const { t } = useTranslation('run')
  const status = useRun((run) => run.status)
  if (status === 'problems') return <ProblemList />
  if (status === 'none') return <p className="run-empty">{t('steps.none')}</p>
  return <Steps />
}

function Steps() {
  const { t } = useTranslation('run')
  const [filter, setKeptFilter] = useState<StepFilter>(keptFilter)
  const sentenceOf = useStepSentence()
  const steps = useRun((run) => run.steps)
  const shown = useMemo(() => filterSteps(steps, filter, sentenceOf), [steps, filter, sentenceOf])
  const setFilter = (next: StepFilter) => {
    keepFilter(next)
    setKeptFilter(next)
  }
  return (
    <div className="steps">
      <StepFilterBar filter={filter} steps={steps} shown={shown.length} onChange={setFilter} />
      {shown.length === 0 ? (
        <p className="run-empty">
          {t(isFiltering(filter) ? 'steps.noneMatch' : 'steps.nothingHappens')}
          {isFiltering(filter) && (
            <Button small onClick={() => setFilter(NO_FILTER)}>
              {t('filter.clear')}
            </Button>
          )}
        </p>
      ) : (
        <StepRows shown={shown} sentenceOf={sentenceOf} />
      )}
    </div>
  )
}

function goToStep(step: Step): void {
  walkTo(step.seq)
  useSelection.getState().select([step.service])
}

/** CSS pixels: a few rows. */
const BAND_PX = 100

/** Rows must have their heights at once when a tab brings the list back, or the scroll kept is out of reach. */
let lastWidthPx = 0

function StepRows({
  shown,
  sentenceOf,
}: {
  readonly shown: readonly Step[]
  readonly sentenceOf: (step: Step) => string
}) {
  const { t } = useTranslation('run')
  const scroller = useRef<HTMLDivElement>(null)
  const position = useRun((run) => run.position)
  const current = currentRow(shown, position)
  const widthPx = useWidth(scroller, lastWidthPx)
  lastWidthPx = widthPx
  const heights = useMemo(
    () => shown.map((step) => rowHeight(step, sentenceOf(step), widthPx)),
    [shown, sentenceOf, widthPx],
  )
  const tops = useMemo(() => rowTops(heights), [heights])
  const band = { topPx: tops[Math.max(0, current)] ?? 0, heightPx: heights[current] ?? STEP_ROW_PX }
  const { fromPx, toPx, measure, onScroll } = useInSight(scroller, BAND_PX)
  const follow = useFollow(scroller, band, scrollMemory('steps'), measure)
  const first = Math.max(0, rowAt(tops, fromPx))
  const last = rowAt(tops, toPx)
  const ask = useCallback(
    (step: Step, at: AskedAt) => {
      goToStep(step)
      setAskedMenu({ about: step, label: t('message.afterStep', { seq: step.seq }), at })
    },
    [t],
  )
  const press = (key: KeyboardEvent) => {
    const by = key.key === 'ArrowDown' ? 1 : key.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    key.preventDefault()
    const target = shown[current + by]
    if (target) walkTo(target.seq)
    else if (by < 0) walkTo(0)
  }
  return (
    <div className="steps-frame">
      <div
        ref={scroller}
        className="steps-scroll"
        onScroll={() => {
          onScroll()
          follow.onScroll()
        }}
      >
        <ol
          className="steps-all"
          aria-label={t('steps')}
          // The row after the last says why there is none: it is one more to scroll to.
          style={{ height: (tops[shown.length] ?? 0) + STEP_ROW_PX }}
          onKeyDown={press}
        >
          {shown.slice(first, last + 1).map((step, place) => {
            const row = first + place
            return (
              <StepRow
                key={step.seq}
                step={step}
                row={row}
                rows={shown.length}
                topPx={tops[row] ?? 0}
                heightPx={heights[row] ?? STEP_ROW_PX}
                sentence={sentenceOf(step)}
                now={step.seq === position}
                future={step.seq > position}
                stop={row === Math.max(0, current)}
                onGo={goToStep}
                onAsk={ask}
              />
            )
          })}
          {last === shown.length && <LastRow topPx={tops[last] ?? 0} />}
        </ol>
      </div>
      {follow.lost && <Pill onClick={follow.resume}>{t('backToNow')}</Pill>}
    </div>
  )
}

function LastRow({ topPx }: { readonly topPx: number }) {
  const { t } = useTranslation('run')
  const end = useRun((run) => run.trace?.end)
  const last = useRun((run) => run.steps.length)
  return (
    <li className="step step-end" style={{ top: topPx }}>
      {t(end === 'limit' ? 'end.limit' : 'end.quiescent', { count: last })}
    </li>
  )
}
