/** The scrolled diagram under its sticky names: size, scroll, clicks and following; shapes come from drawing. */
import {
  type MouseEvent,
  memo,
  type PointerEvent,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import {
  type SequenceBatch,
  sequenceBatches,
  sequenceHeader,
} from '../../shared/drawing/sequence-drawing'
import { HEADER_HEIGHT, rowAt, type SequenceLayout } from '../../shared/drawing/sequence-layout'
import type { Step } from '../../shared/engine/step'
import { walkTo } from '../commands/walk'
import { setAskedMenu } from '../state/asked-menu'
import { useRun } from '../state/run'
import { scrollMemory } from '../state/scroll-memory'
import { useSelection } from '../state/selection'
import { useStepSentence } from '../state/step-sentence'
import { askedAt } from '../ui/asked-at'
import { Pill } from '../ui/pill'
import { ShapeView } from '../ui/shape-view'
import { useFollow } from '../ui/use-follow'
import { useInSight } from '../ui/use-in-sight'
import { fittingScale } from './sequence-scale'
import { SequenceZoom } from './sequence-zoom'
import { scrolledTo, stretchOf } from './sideways'

/** CSS pixels: some ten rows. */
const BAND_PX = 120

/** Chosen by the user; `undefined` fits the width. Outlives the view, which other tabs hide. */
let chosenScale: number | undefined

export function SequenceScroller({ layout: drawn }: { readonly layout: SequenceLayout }) {
  const { t } = useTranslation('run')
  const sentenceOf = useStepSentence()
  const scroller = useRef<HTMLDivElement>(null)
  const { widthPx, fromPx, toPx, measure, onScroll } = useInSight(scroller, BAND_PX)
  const [wanted, setWanted] = useState(chosenScale)
  const position = useRun((run) => run.position)
  const step = useRun((run) => run.steps[run.position - 1])
  const scale = wanted ?? fittingScale(widthPx, drawn.width)
  // The band of the current step reaches across the view, however narrow the drawing is.
  const layout = useMemo(
    () => ({ ...drawn, width: Math.max(drawn.width, widthPx / scale) }),
    [drawn, widthPx, scale],
  )
  const header = useMemo(() => sequenceHeader(layout), [layout])
  const body = useMemo(() => {
    const top = fromPx / scale + HEADER_HEIGHT
    const bottom = toPx / scale + HEADER_HEIGHT
    return sequenceBatches(layout, { position, top, bottom, paper: 'panel' })
  }, [layout, position, fromPx, toPx, scale])
  const headPx = HEADER_HEIGHT * scale
  const row = layout.rows[position - 1]
  const band = {
    topPx: (row?.y ?? HEADER_HEIGHT) * scale,
    heightPx: Math.max(12, (row?.height ?? 0) * scale),
    headPx,
  }
  const follow = useFollow(scroller, band, scrollMemory('sequence'), measure)
  useLayoutEffect(() => {
    const stretch = step && stretchOf(step, layout.columns)
    // Asking an element for its scroll lays the page out: once a frame, and never for a drawing that fits.
    if (!stretch || widthPx === 0 || layout.width * scale <= widthPx) return
    const frame = requestAnimationFrame(() => {
      const { current } = scroller
      if (!current) return
      current.scrollLeft = scrolledTo(current.scrollLeft / scale, widthPx / scale, stretch) * scale
    })
    return () => cancelAnimationFrame(frame)
  }, [step, layout, scale, widthPx])
  const zoomTo = useCallback((next: number | undefined) => {
    chosenScale = next
    setWanted(next)
  }, [])
  const askAfter = (asked: Step | undefined, click: MouseEvent) => {
    click.preventDefault()
    if (!asked) return
    goToStep(asked)
    const label = t('message.afterStep', { seq: asked.seq })
    setAskedMenu({ about: asked, label, at: askedAt(click) })
  }
  const size = { width: layout.width * scale, height: (layout.height - HEADER_HEIGHT) * scale }
  return (
    <div className="sequence">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the menu key opens what a right click on a row does. */}
      <div
        ref={scroller}
        className="sequence-scroll"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard, too.
        tabIndex={0}
        onContextMenu={(click) => click.button !== 2 && askAfter(step, click)}
        onScroll={() => {
          onScroll()
          follow.onScroll()
        }}
      >
        <svg
          className="sequence-names"
          width={size.width}
          height={headPx}
          viewBox={`0 0 ${layout.width} ${HEADER_HEIGHT}`}
          aria-hidden="true"
        >
          <ShapeView shapes={header} />
        </svg>
        <svg
          className="sequence-body"
          width={size.width}
          height={size.height}
          viewBox={`0 ${HEADER_HEIGHT} ${layout.width} ${layout.height - HEADER_HEIGHT}`}
          role="img"
          aria-label={step ? `${t('sequence')}: ${sentenceOf(step)}` : t('sequence')}
          onPointerUp={(pointer) => goToRow(pointer, layout, scale)}
          onContextMenu={(click) => askAfter(rowUnder(click, layout, scale), click)}
        >
          {body.map((batch) => (
            <Batch key={batch.key} batch={batch} />
          ))}
        </svg>
      </div>
      <SequenceZoom scale={scale} fits={wanted === undefined} onZoom={zoomTo} />
      {follow.lost && <Pill onClick={follow.resume}>{t('backToNow')}</Pill>}
    </div>
  )
}

const Batch = memo(function Batch({ batch }: { readonly batch: SequenceBatch }) {
  return batch.pieces.map(({ key, shapes }) => <ShapeView key={key} shapes={shapes} />)
})

function goToRow(pointer: PointerEvent, layout: SequenceLayout, scale: number): void {
  const step = pointer.button === 0 && rowUnder(pointer, layout, scale)
  if (step) goToStep(step)
}

function rowUnder(
  { clientY, currentTarget }: MouseEvent,
  layout: SequenceLayout,
  scale: number,
): Step | undefined {
  const { top } = currentTarget.getBoundingClientRect()
  const row = rowAt(layout.rows, (clientY - top) / scale + HEADER_HEIGHT)
  return row && useRun.getState().steps[row.seq - 1]
}

function goToStep(step: Step): void {
  walkTo(step.seq)
  useSelection.getState().select([step.service])
}
