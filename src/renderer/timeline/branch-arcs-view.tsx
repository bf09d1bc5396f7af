/** Other branches of the run as dashed arcs over the track, from where they leave; a click shows one. */
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { walkBranch } from '../commands/walk'
import { useRun } from '../state/run'
import { type BranchArc, branchArcs } from './branch-arcs'
import { TRACK_Y_PX, type Track, xOf } from './scrubber-scale'

/** More lanes than this do not fit over the track: the rest share the highest, and the menu has them all. */
const LANES_MAX = 3
const LANE_LOWEST_Y_PX = 13
const LANE_GAP_PX = 5
const RISE_PX = 34

export const BranchArcs = memo(function BranchArcs({ last, widthPx }: Track) {
  const { t } = useTranslation('run')
  const branches = useRun((run) => run.branches)
  const shown = useRun((run) => run.branchId)
  const arcs = useMemo(() => {
    const lines = (branches?.all ?? []).map(({ id, parent, fromPosition, trace }) => ({
      id,
      parent,
      fromPosition,
      length: trace.steps.length,
    }))
    return branchArcs(lines, shown)
  }, [branches, shown])
  return arcs.map((arc) => {
    const d = arcPath(arc, { last, widthPx })
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: the branch menu does the same by keys
      <g
        key={arc.id}
        className="scrubber-branch"
        // Otherwise the press would be a drag of the knob.
        onPointerDown={(pointer) => pointer.stopPropagation()}
        onClick={() => walkBranch(arc.id)}
      >
        <title>{t('branch.show', { position: arc.from })}</title>
        <path className="scrubber-branch-reach" d={d} />
        <path className="scrubber-branch-line" d={d} />
      </g>
    )
  })
})

function arcPath(arc: BranchArc, track: Track): string {
  const from = xOf(arc.from, track)
  const right = xOf(track.last, track)
  const y = LANE_LOWEST_Y_PX - Math.min(arc.lane, LANES_MAX - 1) * LANE_GAP_PX
  const to = Math.max(from + RISE_PX + 12, Math.min(right, xOf(arc.to, track)))
  // A branch that leaves at the very end rises towards the left: there is no room on its right.
  const turn = to > track.widthPx ? -1 : 1
  const reach = turn === 1 ? to : from - RISE_PX - 12
  const rise = [turn * 14, turn * 16, turn * RISE_PX].map((dx) => from + dx)
  return `M${from} ${TRACK_Y_PX}C${rise[0]} ${TRACK_Y_PX} ${rise[1]} ${y} ${rise[2]} ${y}L${reach} ${y}`
}
