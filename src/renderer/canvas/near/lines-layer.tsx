/**
 * Near lines as elements under the services: selectable, focusable, named. All strokes first and all labels
 * after them, so that no line runs over a label. Which lines are near is decided elsewhere.
 */
import { type FocusEvent, memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import { lineMarkShapes } from '../../../shared/drawing/mark-shapes'
import type { LineMark } from '../../../shared/drawing/marks'
import { useBoard } from '../../state/board'
import { useSelection } from '../../state/selection'
import { ShapeView } from '../../ui/shape-view'
import { selectIfTabbed } from '../gestures/tabbing'
import { useModel } from '../model/board-model'
import { useLineLabel } from '../model/labels'
import { useOverlay } from '../model/overlay'
import { useMarks } from '../run/marks-store'
import { useMounted } from '../view/mounted-store'

export const LinesLayer = memo(function LinesLayer() {
  const { t } = useTranslation('canvas')
  const ids = useMounted((mounted) => mounted.lines)
  const isDrawn = useMounted((mounted) => mounted.strokes === 'elements')
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no fieldset that draws
    <svg className="lines" role="group" aria-label={t('lines.label')}>
      {ids.map((id) => (
        <LineElement key={id} id={id} isDrawn={isDrawn} />
      ))}
      {isDrawn && ids.map((id) => <LineLabel key={id} id={id} />)}
    </svg>
  )
})

/** Where strokes are painted instead, the element is still there to be met, focused and read out. */
const LineElement = memo(function LineElement({
  id,
  isDrawn,
}: {
  readonly id: string
  readonly isDrawn: boolean
}) {
  const { t } = useTranslation('canvas')
  const line = useModel((model) => model.lines.get(id))
  const label = useLineLabel(id)
  const isSelected = useSelection((selection) => selection.ids.has(id))
  const isHovered = useOverlay(({ hovered }) => hovered.on === 'line' && hovered.id === id)
  if (!line) return null
  return (
    // biome-ignore lint/a11y/useSemanticElements: there is no HTML element inside an SVG
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: it is selected and changed by keys
    <g
      className="line"
      data-line={id}
      data-selected={isSelected || undefined}
      data-hovered={isHovered || undefined}
      tabIndex={0}
      role="group"
      aria-roledescription={t('role.line')}
      aria-label={label}
      aria-current={isSelected || undefined}
      onFocus={selectFocused}
    >
      <path className="line-halo" d={line.path} />
      {isDrawn && <MarkedStrokes line={line} />}
    </g>
  )
})

/** Without a run the plain strokes; in a run, lit, faint or crossed out. */
const MarkedStrokes = memo(function MarkedStrokes({ line }: { readonly line: LineDrawing }) {
  const mark = useLineMark(line.id)
  const shown = useMemo(() => (mark ? lineMarkShapes(line, mark) : null), [line, mark])
  if (!shown) return <ShapeView shapes={line.strokes} />
  return (
    <>
      <ShapeView shapes={shown.under} />
      <g opacity={shown.opacity}>
        <ShapeView shapes={line.strokes} />
      </g>
      <ShapeView shapes={shown.over} />
    </>
  )
})

function useLineMark(id: string): LineMark | null {
  const isRunning = useBoard((board) => board.mode === 'run')
  const mark = useMarks((marks) => marks.connections.get(id))
  return isRunning ? (mark ?? 'idle') : null
}

const LineLabel = memo(function LineLabel({ id }: { readonly id: string }) {
  // Of the line and not of its label: the labels of a board that takes this one's place are not asked for.
  const line = useModel((model) => model.lines.get(id))
  const shapes = line?.label.shapes
  return shapes ? (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group without tabindex takes no focus
    <g className="line-label" aria-hidden="true">
      <ShapeView shapes={shapes} />
    </g>
  ) : null
})

function selectFocused({ currentTarget }: FocusEvent<SVGGElement>): void {
  if (currentTarget.dataset.line) selectIfTabbed(currentTarget.dataset.line)
}
