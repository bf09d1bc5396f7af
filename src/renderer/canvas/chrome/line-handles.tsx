/**
 * What one takes hold of at the one selected line: its two ends, the points that it is led through, and the
 * middles of its segments, where a new point can be pulled out.
 */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LineDrawing } from '../../../shared/drawing/line-layout'
import { connectionById } from '../../../shared/scenario/lookup'
import type { Point } from '../../../shared/scenario/place'
import { useBoard } from '../../state/board'
import { useSelection } from '../../state/selection'
import { useModel } from '../model/board-model'
import { bendsOf } from '../model/led-points'
import { useOverlay } from '../model/overlay'
import { toScreen } from '../view/view'
import { useView } from '../view/view-store'

/** Further out a line's handles would lie on top of each other. */
const ZOOM_MIN = 0.2

export const LineHandles = memo(function LineHandles() {
  const id = useSelection(({ ids }) => (ids.size === 1 ? ([...ids][0] ?? null) : null))
  const line = useModel(({ lines }) => (id === null ? undefined : lines.get(id)))
  const waypoints = useModel(({ scenario }) =>
    id === null ? undefined : connectionById(scenario).get(id)?.waypoints,
  )
  const isNaming = useBoard((board) => board.naming !== null)
  const isBusy = useOverlay(({ connecting, marquee }) => connecting !== null || marquee !== null)
  const isFar = useView(({ view }) => view.zoom < ZOOM_MIN)
  if (!line || isNaming || isBusy || isFar) return null
  return <Handles line={line} waypoints={waypoints ?? []} />
})

function Handles({
  line,
  waypoints,
}: {
  readonly line: LineDrawing
  readonly waypoints: readonly Point[]
}) {
  const { t } = useTranslation('canvas')
  const view = useView((state) => state.view)
  const placed = (point: Point) => {
    const { x, y } = toScreen(view, point)
    return { left: x, top: y }
  }
  const isLoop = line.from === line.to
  return (
    <>
      {!isLoop &&
        bendsOf(line, waypoints).map(({ index, at }) => (
          <span
            key={`bend ${index}`}
            className="line-handle line-handle-bend"
            data-line-handle={`bend ${index} ${line.id}`}
            title={t('line.bend')}
            style={placed(at)}
            aria-hidden="true"
          />
        ))}
      {waypoints.map((point, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a point has no name but its place in the line
          key={`point ${index}`}
          className="line-handle line-handle-point"
          data-line-handle={`point ${index} ${line.id}`}
          title={t('line.point')}
          style={placed(point)}
          aria-hidden="true"
        />
      ))}
      {(['from', 'to'] as const).map((end) => (
        <span
          key={end}
          className="line-handle line-handle-end"
          data-line-handle={`${end} 0 ${line.id}`}
          title={t('line.end')}
          style={placed(line.attached[end].point)}
          aria-hidden="true"
        />
      ))}
    </>
  )
}

export type HeldPart =
  | { readonly part: 'from' | 'to'; readonly id: string }
  | { readonly part: 'bend' | 'point'; readonly id: string; readonly index: number }

/** Which part of which line an element is the handle of. */
export function heldPart(element: Element): HeldPart | null {
  const held = element.closest<HTMLElement>('[data-line-handle]')?.dataset.lineHandle
  const [part, index, id] = held?.split(' ') ?? []
  if (id === undefined) return null
  if (part === 'from' || part === 'to') return { part, id }
  if (part === 'bend' || part === 'point') return { part, id, index: Number(index) }
  return null
}
