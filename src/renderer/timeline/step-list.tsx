/**
 * The steps of the run, one a row: what has happened, where it stands, and dimmed what follows. Thousands
 * of rows cost no more than those in sight.
 */
import {
  defaultRangeExtractor,
  type Range,
  useVirtualizer,
  type Virtualizer,
} from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
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
import { keepFilter, keptFilter } from './kept-filter'
import { ProblemList } from './problem-list'
import { rowHeight, STEP_ROW_PX } from './row-lines'
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

/** Rows come and go so many at a time: a step that scrolls by one of them mounts nothing. */
const BAND_ROWS = 8

function inBands({ startIndex, endIndex, count, ...range }: Range): number[] {
  return defaultRangeExtractor({
    ...range,
    count,
    startIndex: Math.floor(startIndex / BAND_ROWS) * BAND_ROWS,
    endIndex: Math.min(count - 1, Math.ceil((endIndex + 1) / BAND_ROWS) * BAND_ROWS - 1),
  })
}

/** The list hears of every scroll by itself. */
const TELL_NOBODY = () => {}

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
  // The row after the last says why there is none: it is one more to scroll to.
  const rows: Virtualizer<HTMLDivElement, Element> = useVirtualizer({
    count: shown.length + 1,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => heights[row] ?? STEP_ROW_PX,
    rangeExtractor: inBands,
    overscan: BAND_ROWS,
    initialOffset: () => scrollMemory('steps').scrollPx,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rows are placed anew by their heights
  useLayoutEffect(() => rows.measure(), [heights])
  const tops = useMemo(() => topsOf(heights), [heights])
  const band = { topPx: tops[Math.max(0, current)] ?? 0, heightPx: heights[current] ?? STEP_ROW_PX }
  const follow = useFollow(scroller, band, scrollMemory('steps'), TELL_NOBODY)
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
      <div ref={scroller} className="steps-scroll" onScroll={follow.onScroll}>
        <ol
          className="steps-all"
          aria-label={t('steps')}
          style={{ height: rows.getTotalSize() }}
          onKeyDown={press}
        >
          {rows.getVirtualItems().map((item) => {
            const step = shown[item.index]
            if (!step) return <LastRow key="end" topPx={item.start} />
            return (
              <StepRow
                key={step.seq}
                step={step}
                row={item.index}
                rows={shown.length}
                topPx={item.start}
                heightPx={item.size}
                sentence={sentenceOf(step)}
                now={step.seq === position}
                future={step.seq > position}
                stop={item.index === Math.max(0, current)}
                onGo={goToStep}
                onAsk={ask}
              />
            )
          })}
        </ol>
      </div>
      {follow.lost && <Pill onClick={follow.resume}>{t('backToNow')}</Pill>}
    </div>
  )
}

/** From the list's top to each row's: CSS pixels. */
function topsOf(heights: readonly number[]): readonly number[] {
  let top = 0
  return heights.map((height) => {
    top += height
    return top - height
  })
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
