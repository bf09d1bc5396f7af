/** Near lines as elements under the services: selectable, focusable, named. Which are near is decided elsewhere. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import { useSelection } from '../../state/selection'
import { ShapeView } from '../../ui/shape-view'
import { useModel } from '../model/board-model'
import { useLineLabel } from '../model/labels'
import { useOverlay } from '../model/overlay'
import { LineMarks } from '../run/line-marks'
import { useMarks } from '../run/marks-store'
import { useMounted } from '../view/mounted-store'

export const LinesLayer = memo(function LinesLayer() {
  const ids = useMounted((mounted) => mounted.lines)
  return (
    <svg className="lines">
      <title aria-hidden="true" />
      {ids.map((id) => (
        <OneLine key={id} id={id} />
      ))}
    </svg>
  )
})

const OneLine = memo(function OneLine({ id }: { readonly id: string }) {
  const line = useModel((model) => model.lines.get(id))
  return line ? <LineView id={id} line={line} /> : null
})

const LineView = memo(function LineView({
  id,
  line,
}: {
  readonly id: string
  readonly line: LineDrawing
}) {
  const { t } = useTranslation('canvas')
  const label = useLineLabel(id)
  const isSelected = useSelection((selection) => selection.ids.has(id))
  const isHovered = useOverlay(({ hovered }) => hovered.on === 'line' && hovered.id === id)
  const mark = useMarks((marks) => marks.connections.get(id))
  return (
    <g
      className="line"
      data-line={id}
      data-selected={isSelected || undefined}
      data-hovered={isHovered || undefined}
      data-mark={mark}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is selected and changed by keys
      tabIndex={0}
      role="group"
      aria-roledescription={t('role.line')}
      aria-label={label}
      aria-current={isSelected || undefined}
      onFocus={(event) => focusLine(id, event.currentTarget)}
    >
      <path className="line-halo" d={line.path} />
      <LineMarks line={line} mark={mark} />
      <g className="line-shapes">
        <ShapeView shapes={line.shapes} />
      </g>
    </g>
  )
})

function focusLine(id: string, element: SVGGElement): void {
  if (element.matches(':focus-visible')) useSelection.getState().select([id])
}
